import { MOST_RESULTS } from './collection.js';
import { cutInto } from './cut-batches.js';
import { and, anyOf, type Condition, idIn, not } from './filter-value.js';
import { markLacking } from './mark-lacking.js';
import type { Collections } from './schema.js';
import type { Stored } from './stored.js';
import type { WriteSession } from './write-session.js';

/** So many go with one request. */
const AT_ONCE = 500;

/**
 * An article goes before its chunks: what is found of it then leads nowhere, and is left out.
 * @param only what else must be true of objects that go
 */
export async function removeVersions(
  { articles, chunks }: Collections,
  versions: readonly string[],
  only: Condition | null = null,
): Promise<void> {
  for (const some of cutInto(versions, AT_ONCE)) {
    await articles.remove(and(idIn(some), only) as Condition);
    await chunks.remove(and(anyOf('version', some), only) as Condition);
  }
}

/**
 * The same, but what a file holds and has no other version that is to be seen stays: another process may have taken it in
 * since it was to go. A file that named one a moment too late is read again. Returns the versions that stay.
 */
export async function removeUnheld(
  writing: WriteSession,
  versions: readonly string[],
  only: Condition | null = null,
): Promise<string[]> {
  const kept: string[] = [];
  for (const some of cutInto(versions, AT_ONCE)) {
    const found = await writing.collections.articles.findById(some, ['articleId']);
    const named = await findNamed(writing, found);
    const held = new Set(await findLast(writing, named));
    kept.push(...held);
    const going = some.filter((version) => !held.has(version));
    if (going.length === 0) continue;
    await removeVersions(writing.collections, going, only);
    await markLacking(writing, found.filter(({ id }) => !held.has(id)).map(articleIdOf));
  }
  return kept;
}

const articleIdOf = ({ properties }: Stored) => String(properties.articleId);

/** Those whose article a file names. */
async function findNamed({ files }: WriteSession, found: readonly Stored[]): Promise<Stored[]> {
  const holders = await files.listHolding(found.map(articleIdOf));
  const named = new Set(holders.flatMap(({ articles }) => articles));
  return found.filter((one) => named.has(articleIdOf(one)));
}

/** Versions of which no other of the same article is to be seen. */
async function findLast(writing: WriteSession, versions: readonly Stored[]): Promise<string[]> {
  if (versions.length === 0) return [];
  const isOther = not(idIn(versions.map(({ id }) => id)));
  const filter = (await writing.look()).seen(
    'article',
    anyOf('articleId', versions.map(articleIdOf)),
    isOther,
  );
  const asked = { filter, limit: MOST_RESULTS, properties: ['articleId'] };
  const others = new Set((await writing.collections.articles.find(asked)).map(articleIdOf));
  return versions.filter((one) => !others.has(articleIdOf(one))).map(({ id }) => id);
}
