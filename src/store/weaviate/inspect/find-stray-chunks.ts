import type { ReadSession } from '../read-session.js';
import type { Collections } from '../schema.js';
import type { Stored } from '../stored.js';
import { inBatches } from './in-batches.js';

/** A chunk is written before its article: one as new as this, in milliseconds, may still get one. */
const SETTLED = 5 * 60_000;
const AT_ONCE = 1000;

/** UUIDs of chunks whose article is not there, some at a time. */
export async function* findStrayChunks({ collections }: ReadSession, now: Date): AsyncGenerator<string[]> {
  const { chunks } = collections;
  for await (const some of inBatches(chunks.walkAll(['version'], AT_ONCE), AT_ONCE)) {
    const suspects = (await findOrphans(collections, some)).filter(
      ({ updated }) => now.getTime() - updated > SETTLED,
    );
    if (suspects.length === 0) continue;
    // An article that goes takes its chunks with it, a moment later.
    const ids = suspects.map(({ id }) => id);
    const again = await findOrphans(collections, await chunks.findById(ids, ['version']));
    yield again.map(({ id }) => id);
  }
}

/** Hidden articles are there, too. */
async function findOrphans({ articles }: Collections, chunks: readonly Stored[]): Promise<Stored[]> {
  const versionOf = ({ properties }: Stored) => String(properties.version);
  const found = await articles.findById([...new Set(chunks.map(versionOf))], ['articleId']);
  const known = new Set(found.map(({ id }) => id));
  return chunks.filter((chunk) => !known.has(versionOf(chunk)));
}
