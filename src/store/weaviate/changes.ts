import { setTimeout as sleep } from 'node:timers/promises';
import { findArticles } from './articles.js';
import { MOST_RESULTS } from './collection.js';
import { equal } from './filter-value.js';
import { removeVersions } from './leaving.js';
import { ARTICLE, toStoredArticle } from './objects.js';
import type { Change, Snapshot } from './state.js';
import type { WriteSession } from './write-session.js';

/** A writer that has not been heard of for so long is gone, in milliseconds. It is heard of with everything it writes. */
const STALE = 60_000;
const LOOK_AGAIN = 1000;

/** Of writers that are gone. */
export const findUnfinished = ({ changes }: Snapshot): Change[] =>
  changes.filter(({ at }) => Date.now() - at > STALE);

/** Brings to an end what writers that are gone have left half done; tells how many changes that were. */
export async function recoverChanges(writing: WriteSession): Promise<number> {
  const unfinished = findUnfinished((await writing.look()).snapshot);
  for (const change of unfinished) await recover(writing, change);
  return unfinished.length;
}

/** Returns when no other change of the file is under way; the same one may be, by another process. */
export async function awaitFile(writing: WriteSession, path: string, ownId: string): Promise<void> {
  for (;;) {
    const { snapshot } = await writing.look();
    const other = snapshot.changes.find((change) => change.path === path && change.id !== ownId);
    if (other === undefined) return;
    if (Date.now() - other.at > STALE) await recover(writing, other);
    else await sleep(LOOK_AGAIN);
  }
}

/** What was to be seen is seen, what was not has never been; the file is read again at its next ingest. */
async function recover(writing: WriteSession, change: Change): Promise<void> {
  if (change.state === 'switched') await removeVersions(writing.collections, change.going);
  else await takeBack(writing, change.id);
  const record = await writing.files.load(change.path);
  if (record !== null) {
    const held = await findArticles(await writing.look(), record.articles);
    const articles = record.articles.filter((articleId) => held.has(articleId));
    if (articles.length > 0)
      await writing.files.save([{ ...record, fingerprint: '', articles, generation: record.generation + 1 }]);
    else await writing.files.remove(change.path);
  }
  await writing.state.forgetChange(change.id);
  await writing.pulse();
}

/** Takes out what a change brought in that was never seen; an article that another file has meanwhile stays. */
export async function takeBack(writing: WriteSession, epoch: string): Promise<void> {
  const { articles } = writing.collections;
  const filter = equal('epoch', epoch);
  const brought: string[] = [];
  const kept: string[] = [];
  const ids = await articles.listIds(filter);
  for (const stored of await articles.findById(ids, ARTICLE)) {
    const { version, article } = toStoredArticle(stored);
    const holders = await writing.files.listHolding([article.articleId]);
    (holders.length > 0 ? kept : brought).push(version);
  }
  for (const version of kept) await articles.change(version, { epoch: '' });
  await removeVersions(writing.collections, brought);
  if (kept.length === 0) await writing.collections.chunks.remove(filter);
  if (ids.length === MOST_RESULTS) await takeBack(writing, epoch);
}
