import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest.js';
import { sha256OfFile } from '../../src/system/sha256-of-file.js';
import { gunzip } from '../packed/gunzip.js';
import { decodePieces } from './decode.js';
import type { Encoding } from './encoding/encodings.js';

/** @throws InputError for a file that cannot be read. */
export async function hashFile(path: string): Promise<string> {
  try {
    await refuseSpecial(path);
    return await sha256OfFile(path);
  } catch (error) {
    throw toInputError(path, error);
  }
}

/**
 * A file's text in pieces, unpacked where its name ends in .gz. The encoding is found where none is given.
 * @throws InputError for a file that cannot be read, is binary or is not clean in its encoding.
 */
export async function* readText(path: string, encoding: Encoding | null = null): AsyncGenerator<string> {
  try {
    await refuseSpecial(path);
    yield* decodePieces(path, () => openBytes(path), encoding);
  } catch (error) {
    throw toInputError(path, error);
  }
}

/**
 * All of a file's bytes, unpacked where its name ends in .gz; null where there are more than `most`.
 * @throws InputError for a file that cannot be read.
 */
export async function readBytes(path: string, most: number): Promise<Uint8Array | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    if ((await refuseSpecial(path)) > most) return null;
    for await (const piece of openBytes(path)) {
      size += piece.length;
      if (size > most) return null;
      pieces.push(piece);
    }
    return new Uint8Array(Buffer.concat(pieces));
  } catch (error) {
    throw toInputError(path, error);
  }
}

function openBytes(path: string): Readable {
  const file = createReadStream(path);
  if (!path.toLowerCase().endsWith('.gz')) return file;
  return Readable.from(gunzip(path, file), { objectMode: false });
}

/** What was a file when it was found may be a pipe by now, which nobody writes to. → its bytes, as they are packed */
async function refuseSpecial(path: string): Promise<number> {
  const facts = await stat(path);
  if (!facts.isFile()) throw new InputError(wording.notAFile(path));
  return facts.size;
}

function toInputError(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_')) return new InputError(wording.damagedGzip(path), { cause: error });
  return new InputError(wording.unreadable(path, code || String(error)), { cause: error });
}
