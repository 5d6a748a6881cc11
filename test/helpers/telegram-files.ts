import type { ServerResponse } from 'node:http';
import type { File } from 'grammy/types';
import { type Payload, Refusal } from './telegram-protocol.js';

/** Bots may download no larger files. */
const LARGEST = 20 * 1024 * 1024;

/** Files that people sent; getFile tells where one is, /file/bot… gives its bytes. */
export class Files {
  private readonly files = new Map<string, Buffer>();

  /** Keeps a file as one that somebody sent; returns its file_id. */
  keep(content: Buffer | string): string {
    const id = `file-${this.files.size + 1}`;
    this.files.set(id, Buffer.from(content));
    return id;
  }

  getFile({ file_id }: Payload): File {
    const content = this.files.get(String(file_id));
    if (content === undefined) throw new Refusal(400, 'Bad Request: invalid file_id');
    if (content.length > LARGEST) throw new Refusal(400, 'Bad Request: file is too big');
    return {
      file_id: String(file_id),
      file_unique_id: `unique-${file_id}`,
      file_size: content.length,
      file_path: `documents/${file_id}`,
    };
  }

  /** Answers GET /file/bot<token>/documents/<file_id>. */
  download(path: string, response: ServerResponse): void {
    const content = this.files.get(path.replace(/^documents\//, ''));
    if (content === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(content);
  }
}
