import { stat } from 'node:fs/promises';
import type { FileLook } from '../../src/domain/file-look.js';
import type { ArchiveWriter, StoredFile } from '../../src/domain/ports.js';

/**
 * The same content under a path that is gone has been renamed: its articles stay as they are, and the archive knows them
 * under the new path. Returns the file as it was stored, null where there is none.
 */
export async function recogniseRenamed(
  writer: ArchiveWriter,
  file: { path: string; fingerprint: string; look: FileLook },
): Promise<StoredFile | null> {
  for (const twin of await writer.listFilesByFingerprint(file.fingerprint)) {
    if (twin.path === file.path || !(await isGone(twin.path))) continue;
    await writer.renameFile(twin.path, file.path, file.look);
    return twin;
  }
  return null;
}

/** Only what the system says is not there: a folder that may not be read tells nothing of its files. */
export const isGone = (path: string): Promise<boolean> =>
  stat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
