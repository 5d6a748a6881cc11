import { MOST_RESULTS } from './collection.js';
import { cutInto } from './cut-batches.js';
import { toReadAgain } from './file-records.js';
import { anyOf } from './filter-value.js';
import type { WriteSession } from './write-session.js';

/** Looked up with one request. */
const AT_ONCE = 500;

/**
 * Of the articles those that are not there at all: files that name any of them do so no more, and are read again at their
 * next ingest. Returns the paths of these. Who deletes looks afterwards, and who names does: one of two sees the other.
 */
export async function markLacking(
  { collections, files }: Pick<WriteSession, 'collections' | 'files'>,
  articleIds: readonly string[],
): Promise<string[]> {
  const paths: string[] = [];
  for (const some of cutInto([...new Set(articleIds)], AT_ONCE)) {
    const filter = anyOf('articleId', some);
    const asked = { filter, limit: MOST_RESULTS, properties: ['articleId'] };
    const found = await collections.articles.find(asked);
    const there = new Set(found.map(({ properties }) => String(properties.articleId)));
    const gone = new Set(some.filter((articleId) => !there.has(articleId)));
    if (gone.size === 0) continue;
    const lacking = await files.listHolding([...gone]);
    await files.save(
      lacking.map((record) =>
        toReadAgain(
          record,
          record.articles.filter((id) => !gone.has(id)),
        ),
      ),
    );
    paths.push(...lacking.map(({ path }) => path));
  }
  return [...new Set(paths)];
}
