import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file under another name beside it, syncs it and puts it in its place: it is never seen half-written, and when
 * `pieces` throws, what was there stays. `through` changes the bytes on the way (a compressor). Throws what the pieces or
 * the file system throw.
 */
export async function writeWholeFile(
  path: string,
  pieces: AsyncIterable<string>,
  through: Transform | null = null,
): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    const file = createWriteStream(temporary, { flags: 'wx' });
    await once(file, 'open');
    await (through === null ? pipeline(pieces, file) : pipeline(pieces, through, file));
    await sync(temporary);
    await rename(temporary, path);
    await sync(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(temporary, { force: true });
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
