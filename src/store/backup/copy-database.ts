import { open } from 'node:fs/promises';
import { type Migration, openDatabaseForReading } from '../open-database.js';

/** Pages copied between two turns of the event loop: some 16 MB. */
const PAGES_AT_ONCE = 2000;

/**
 * One state of a database as a file of its own, whatever is written to it meanwhile. `onPages` hears how far it has come
 * and may throw to stop it. Throws StoreError for the source, and what SQLite throws for the copy.
 */
export async function copyDatabase(
  source: string,
  migrations: readonly Migration[],
  copy: string,
  onPages: (done: number, total: number) => void,
): Promise<void> {
  const { database } = openDatabaseForReading(source, migrations);
  try {
    // The transaction holds the state fast; without it each foreign commit would begin the copy anew.
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    await database.backup(copy, {
      progress({ totalPages, remainingPages }) {
        onPages(totalPages - remainingPages, totalPages);
        return PAGES_AT_ONCE;
      },
    });
  } finally {
    database.close();
  }
  const file = await open(copy, 'r');
  await file.sync().finally(() => file.close());
}
