import { existsSync } from 'node:fs';
import type { StoredFile } from '../domain/ports.js';
import { dataFiles } from './data-folder.js';
import { FileRows } from './file-rows.js';
import { openDatabaseForReading } from './open-database.js';
import { ARCHIVE_MIGRATIONS } from './schema.js';

/** The input files that the archive holds; none where there is no archive, and none is made. Throws StoreError. */
export async function listStoredFiles(dataDir: string): Promise<StoredFile[]> {
  const path = dataFiles(dataDir).archive;
  if (!existsSync(path)) return [];
  const { database } = openDatabaseForReading(path, ARCHIVE_MIGRATIONS);
  try {
    return new FileRows(database).list();
  } finally {
    database.close();
  }
}
