import type { ExportedArticle } from '../../domain/copies.js';
import type { Filter } from '../../domain/query.js';
import type { WeaviateSettings } from '../../domain/settings.js';
import { fingerprintOfPart } from '../part-fingerprint.js';
import { findHeld, loadArticles } from './articles.js';
import { Connection } from './connection.js';
import { cutInto } from './cut-batches.js';
import { byComing, FileRecords, groupByArticles, isWhole } from './file-records.js';
import { ReadSession } from './read-session.js';

/** Looked up together. */
const IDS_AT_ONCE = 500;
/** Held in memory together. */
const ARTICLES_AT_ONCE = 100;

/**
 * The same as of the local store: see export-articles.ts. The files are those of the moment of the first step; an article
 * that goes while the export is read is left out.
 * @throws StoreError
 */
export async function* exportWeaviate(
  settings: WeaviateSettings,
  filter: Filter,
): AsyncGenerator<ExportedArticle> {
  const connection = new Connection(settings);
  try {
    const session = new ReadSession(connection);
    const first = await session.peek();
    const walls = first && (await first.walls(filter));
    if (first === null || walls === null) return;
    const condition = walls('article');
    const files = (await new FileRecords(first.collections).list()).sort(byComing);
    for (const some of groupByArticles(files, IDS_AT_ONCE)) {
      const named = some.flatMap(({ articles }) => articles);
      const held = await findHeld(await session.look(), named, condition);
      for (const file of some) {
        const going = file.articles.filter((articleId) => held.has(articleId));
        const isAll = isWhole(file) && going.length === file.articles.length;
        const fingerprint = isAll ? file.fingerprint : fingerprintOfPart(going);
        for (const ids of cutInto(going, ARTICLES_AT_ONCE)) {
          for (const article of await loadArticles(await session.look(), ids))
            yield { article: { ...article, sourceFile: file.path }, fingerprint };
        }
      }
    }
  } finally {
    await connection.close();
  }
}
