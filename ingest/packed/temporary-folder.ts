import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../src/domain/errors.js';
import { noTemporaryFolder } from '../../src/domain/wording/ingest-packed.js';

const PREFIX = 'baowen-unpacked-';
/** No reading takes so long: such a folder was left by a program that was killed. */
const LEFT_AFTER = 24 * 3600 * 1000;

/**
 * Does a work with a new folder that nobody else may read, and removes the folder whatever comes of it.
 * @throws InputError where there can be no folder.
 */
export async function* withTemporaryFolder<Item>(
  work: (folder: string) => AsyncIterable<Item>,
): AsyncGenerator<Item> {
  await removeLeftOnes();
  const folder = await mkdtemp(join(tmpdir(), PREFIX)).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(noTemporaryFolder(tmpdir(), error.code ?? error.message), { cause: error });
  });
  try {
    yield* work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function removeLeftOnes(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const isLeft = await stat(folder).then(
      ({ mtimeMs, uid }) => uid === process.getuid?.() && Date.now() - mtimeMs > LEFT_AFTER,
      () => false,
    );
    // What cannot be removed is left to whoever can.
    if (isLeft) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
