import { copyFile, rm } from 'node:fs/promises';
import { dataFiles } from '../data-folder.js';
import { openDatabase } from '../open-database.js';
import { ARCHIVE_MIGRATIONS } from '../schema.js';
import { checkSavedGraph } from '../vectors/graph-file.js';
import { loadIndexOwner } from '../vectors/manifest.js';

/** To be called before the archive is copied: an index that is older than its archive is whole, a newer one is not. */
export async function copyVectorIndex(dataDir: string, copyDir: string): Promise<void> {
  const [source, copy] = [dataFiles(dataDir), dataFiles(copyDir)];
  for (const name of ['manifest', 'graph'] as const) await copyFile(source[name], copy[name]).catch(() => {});
}

/** To be called when the archive is copied: drops an index that does not fit it, as the next ingest makes one. */
export async function dropUnfitIndex(copyDir: string): Promise<void> {
  const files = dataFiles(copyDir);
  const database = openDatabase(files.archive, ARCHIVE_MIGRATIONS);
  const owner = loadIndexOwner(database);
  database.close();
  if (owner !== null && (await checkSavedGraph(copyDir, owner)) !== null) return;
  for (const name of ['manifest', 'graph'] as const) await rm(files[name], { force: true });
}
