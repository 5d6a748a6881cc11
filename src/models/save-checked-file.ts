import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EmbeddingError } from '../domain/errors.js';
import { wrongContent } from '../domain/wording/models.js';
import { makeFolder } from '../system/make-folder.js';

/** Temporary files older than this were left by a process that was killed. Milliseconds. */
const ABANDONED_AFTER = 24 * 3600 * 1000;

/**
 * Writes the pieces to `path` if, taken together, they are the expected bytes. The file is written under a
 * name of its own, synced and renamed: it is never seen half-written, and two processes may do this at once.
 * Throws EmbeddingError for other bytes, else what the pieces or the file system throw; then nothing stays behind.
 */
export async function saveCheckedFile(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  expected: { sha256: string; bytes: number },
  onProgress: (done: number) => void,
): Promise<void> {
  makeFolder(dirname(path));
  await removeAbandoned(path);
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await writeChecked(temporary, path, pieces, expected, onProgress);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeChecked(
  temporary: string,
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  expected: { sha256: string; bytes: number },
  onProgress: (done: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  let done = 0;
  const file = await open(temporary, 'wx');
  try {
    for await (const piece of pieces) {
      done += piece.length;
      // An endless answer must not fill the disk.
      if (done > expected.bytes) break;
      hash.update(piece);
      await file.write(piece);
      onProgress(done);
    }
    if (done !== expected.bytes || hash.digest('hex') !== expected.sha256) {
      throw new EmbeddingError(wrongContent(basename(path), done, expected.bytes));
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function removeAbandoned(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith('.part')) continue;
    const facts = await stat(join(folder, name)).catch(() => null);
    if (facts && Date.now() - facts.mtimeMs > ABANDONED_AFTER) await rm(join(folder, name), { force: true });
  }
}
