import { findHeld } from '../articles.js';
import { type FileRecord, FileRecords, groupByArticles } from '../file-records.js';
import type { ReadSession } from '../read-session.js';

const IDS_AT_ONCE = 500;

/** A file that names articles which are not there, and those that are. */
type LackingFile = { record: FileRecord; held: readonly string[] };

export async function* findLackingFiles(session: ReadSession): AsyncGenerator<LackingFile> {
  const files = new FileRecords(session.collections);
  for (const some of groupByArticles(await files.list(), IDS_AT_ONCE)) {
    for (const { record } of await compare(session, some)) {
      // It may have been written anew meanwhile.
      const again = await files.load(record.path);
      if (again !== null) yield* await compare(session, [again]);
    }
  }
}

async function compare(session: ReadSession, records: readonly FileRecord[]): Promise<LackingFile[]> {
  const view = await session.look();
  const there = await findHeld(
    view,
    records.flatMap(({ articles }) => articles),
  );
  const changing = new Set(view.snapshot.changes.map(({ path }) => path));
  return records.flatMap((record) => {
    const held = record.articles.filter((articleId) => there.has(articleId));
    const isLacking = held.length < record.articles.length && !changing.has(record.path);
    return isLacking ? [{ record, held }] : [];
  });
}
