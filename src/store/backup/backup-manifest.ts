import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256OfFile } from '../../system/sha256-of-file.js';

/** What a backup consists of; paths are relative to its folder. */
type BackupManifest = {
  baowenBackup: 1;
  at: string;
  files: { path: string; bytes: number; sha256: string }[];
};

const MANIFEST_NAME = 'backup.json';

/** Reads each file of the folder back from the disk. */
export async function buildBackupManifest(folder: string, now: Date): Promise<BackupManifest> {
  const names = await readdir(folder, { recursive: true });
  const files: BackupManifest['files'] = [];
  for (const path of names.sort()) {
    const facts = await stat(join(folder, path));
    if (!facts.isFile()) continue;
    files.push({ path, bytes: facts.size, sha256: await sha256OfFile(join(folder, path)) });
  }
  return { baowenBackup: 1, at: now.toISOString(), files };
}

export async function saveBackupManifest(folder: string, manifest: BackupManifest): Promise<void> {
  const file = await open(join(folder, MANIFEST_NAME), 'wx');
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
