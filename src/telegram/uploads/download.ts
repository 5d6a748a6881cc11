import { randomInt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { GrammyError } from 'grammy';
import type { Document } from 'grammy/types';
import { InputError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/telegram-uploads.js';
import { makeFolder } from '../../system/make-folder.js';
import type { Turn } from '../turn.js';
import { nameDocument } from './file-name.js';

/** What Telegram lets a bot fetch. */
export const LARGEST_FILE = 20 * 1024 * 1024;
const ATTEMPTS = 3;
const WITHIN = 120_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Fetches a sent file into a folder of its own in the inbox; the path. Nothing is left there of one that fails. The
 * address holds the token: it stands in no error.
 * @throws InputError with a sentence for the sender.
 */
export async function downloadFile(turn: Turn, document: Document): Promise<string> {
  const path = choosePath(turn.parts.administration.inbox, nameDocument(document));
  for (let attempt = 1; ; attempt++) {
    try {
      await fetchInto(path, turn, document);
      return path;
    } catch (error) {
      await deleteUpload(path);
      turn.parts.stopping.throwIfAborted();
      if (error instanceof InputError) throw error;
      if (error instanceof GrammyError && /too big/.test(error.description))
        throw new InputError(wording.fileTooLarge());
      turn.parts.log.warn({ error }, wording.downloadFailed());
      if (attempt === ATTEMPTS) throw new InputError(wording.downloadFailed());
      await wait(turn.parts.pace.retryWait * 2 ** attempt);
    }
  }
}

/** The file goes with the folder that was made for it. */
export async function deleteUpload(path: string): Promise<void> {
  await rm(dirname(path), { recursive: true, force: true });
}

/**
 * A new folder for each file, so that none takes another's place although each keeps its name. Letters alone, two folders
 * deep: the taking apart reads newspaper, date and page also from the names of the folders above a file.
 */
function choosePath(inbox: string, name: string): string {
  const folder = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return join(inbox, folder.slice(0, 2), folder, name);
}

async function fetchInto(path: string, { api, parts }: Turn, document: Document): Promise<void> {
  const { administration, settings, stopping } = parts;
  const { file_path: place, file_size: size } = await api.getFile(document.file_id);
  if (place === undefined) throw new Error('getFile gave no path');
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(WITHIN)]);
  const address = `${settings.apiRoot}/file/bot${settings.token}/${place}`;
  const response = await administration.fetch(address, { signal, redirect: 'error' });
  if (!response.ok || response.body === null)
    throw new Error(`the file was answered with ${response.status}`);
  makeFolder(dirname(path));
  const bytes = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  let length = 0;
  await pipeline(
    bytes,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        length += piece.length;
        if (length > LARGEST_FILE) throw new InputError(wording.fileTooLarge());
        yield piece;
      }
    },
    // Never over a file that is there.
    createWriteStream(path, { flags: 'wx' }),
    { signal },
  );
  if (size !== undefined && length !== size) throw new Error(`${length} of ${size} bytes came`);
}
