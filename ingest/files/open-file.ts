import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest.js';
import { sha256OfFile } from '../../src/system/sha256-of-file.js';

/** @throws InputError for a file that cannot be read. */
export async function hashFile(path: string): Promise<string> {
  return sha256OfFile(path).catch((error: unknown) => {
    throw toInputError(path, error);
  });
}

/**
 * A file's text in pieces, unpacked where its name ends in .gz. Only clean UTF-8 comes out.
 * @throws InputError for a file that cannot be read, is binary or is not UTF-8.
 */
export async function* readText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of openBytes(path))
      yield checkText(path, decoder.decode(piece as Buffer, { stream: true }));
    yield decoder.decode();
  } catch (error) {
    throw toInputError(path, error);
  }
}

/**
 * A file's bytes in pieces, unpacked where its name ends in .gz.
 * @throws InputError for a file that cannot be read.
 */
export async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of openBytes(path)) yield piece as Buffer;
  } catch (error) {
    throw toInputError(path, error);
  }
}

function openBytes(path: string): Readable {
  const file = createReadStream(path);
  if (!path.toLowerCase().endsWith('.gz')) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

function checkText(path: string, text: string): string {
  if (text.includes('\0')) throw new InputError(wording.notText(path));
  return text;
}

function toInputError(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new InputError(wording.notUtf8(path), { cause: error });
  if (code.startsWith('Z_')) return new InputError(wording.damagedGzip(path), { cause: error });
  return new InputError(wording.unreadable(path, code || String(error)), { cause: error });
}
