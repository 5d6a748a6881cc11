import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Document, File } from 'grammy/types';
import { type Payload, Refusal } from './telegram-protocol.js';

/** What the real server lets bots fetch. */
const LARGEST = 20 * 1024 * 1024;

/** Files that people sent, and their download under an address that holds the token. */
export class SentFiles {
  readonly downloads: string[] = [];
  /** The next downloads break off, each after half of the file. */
  breakOff = 0;
  private readonly files = new Map<string, { bytes: Buffer; path: string }>();

  /** A document as it stands in a message. */
  add(file_name: string | undefined, content: string | Buffer): Document {
    const file_id = `file-${this.files.size + 1}`;
    const bytes = Buffer.from(content);
    const path = `documents/${file_id}${/\.\w+$/.exec(file_name ?? '')?.[0] ?? ''}`;
    this.files.set(file_id, { bytes, path });
    const name = file_name === undefined ? {} : { file_name };
    return { file_id, file_unique_id: file_id, file_size: bytes.length, ...name };
  }

  getFile(payload: Payload): File {
    const file_id = String(payload.file_id);
    const file = this.files.get(file_id);
    if (!file) throw new Refusal(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
    if (file.bytes.length > LARGEST) throw new Refusal(400, 'Bad Request: file is too big');
    return { file_id, file_unique_id: file_id, file_size: file.bytes.length, file_path: file.path };
  }

  serve(request: IncomingMessage, response: ServerResponse, token: string): void {
    const [, given, path = ''] = /^\/file\/bot([^/]*)\/(.*)$/.exec(request.url ?? '') ?? [];
    const file = [...this.files.values()].find((one) => one.path === path);
    if (given !== token || file === undefined) {
      response.writeHead(404).end();
      return;
    }
    this.downloads.push(path);
    response.writeHead(200, { 'content-length': file.bytes.length });
    if (this.breakOff-- <= 0) response.end(file.bytes);
    else response.write(file.bytes.subarray(0, file.bytes.length / 2), () => request.socket.destroy());
  }
}
