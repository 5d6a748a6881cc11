import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest-packed.js';
import { isBomb, MAX_RATIO, MAX_STREAM } from './limits.js';

/**
 * The unpacked bytes of a .gz, of all its members; within bounds. Errors are zlib's (their code begins with Z_), the
 * file's, or an InputError for what unpacks to too much.
 */
export async function* gunzip(path: string, packed: Readable): AsyncGenerator<Buffer> {
  let read = 0;
  let unpacked = 0;
  const unpacker = createGunzip();
  packed.on('data', (piece: Buffer) => {
    read += piece.length;
  });
  packed.on('error', (error) => unpacker.destroy(error));
  packed.pipe(unpacker);
  try {
    for await (const piece of unpacker as AsyncIterable<Buffer>) {
      unpacked += piece.length;
      if (isBomb(read, unpacked)) throw new InputError(wording.gzipBomb(path, MAX_RATIO));
      if (unpacked > MAX_STREAM) throw new InputError(wording.gzipTooLarge(path, MAX_STREAM / 1e9));
      yield piece;
    }
  } finally {
    packed.destroy();
  }
}
