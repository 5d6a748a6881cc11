import type { MendWorld } from '../../store.js';
import { idIn } from '../filter-value.js';
import { versionOf } from '../ids.js';
import { type Fault, type FaultyArticle, inspectArticles } from '../inspect/inspect-articles.js';
import type { StoredArticle } from '../objects.js';
import { removeVersions } from '../remove-versions.js';
import { loadVectors } from '../vectors.js';
import type { WriteSession } from '../write-session.js';
import { houseArticles, markFilesOf } from './mend-files.js';

/** What was done. */
type MendedArticles = Record<'unreadable' | 'doubled' | 'rebuilt' | 'strays' | 'homeless', number>;
type World = Pick<MendWorld, 'isOwnId' | 'prepareChunks'>;

/**
 * Leaves each article once, with all its chunks and in a file. One whose text was changed stays as it is, and its files
 * are marked, so that their next ingest brings the right one.
 */
export async function mendArticles(
  writing: WriteSession,
  { isOwnId, prepareChunks }: World,
): Promise<MendedArticles> {
  const counts: MendedArticles = { unreadable: 0, doubled: 0, rebuilt: 0, strays: 0, homeless: 0 };
  const homeless: Omit<FaultyArticle, 'stored'>[] = [];
  for await (const some of inspectArticles(writing.session, isOwnId)) {
    const wrong = some.filter(({ faults }) => faults.has('changed') || faults.has('unreadable'));
    await markFilesOf(
      writing,
      wrong.map(({ articleId }) => articleId),
    );
    const going = some.filter(({ stored, faults }) => stored === null || faults.has('doubled'));
    // First: what stands now under another id may take the id of one that goes.
    await removeVersions(
      writing.collections,
      going.map(({ version }) => version),
    );
    const unreadable = going.filter(({ stored }) => stored === null).length;
    counts.unreadable += unreadable;
    counts.doubled += going.length - unreadable;
    for (const { stored, ...faulty } of some) {
      const { faults, extra } = faulty;
      if (stored === null || faults.has('doubled')) continue;
      if (extra.length > 0) await writing.collections.chunks.remove(idIn(extra));
      counts.strays += extra.length;
      if (faults.has('homeless')) homeless.push(faulty);
      if (!REBUILT.some((fault) => faults.has(fault))) continue;
      if (await rebuild(writing, stored, prepareChunks(stored.article), faults)) counts.rebuilt++;
    }
  }
  await houseArticles(writing, homeless);
  return { ...counts, homeless: homeless.length };
}

const REBUILT: readonly Fault[] = ['lacking', 'cut', 'changed'];

/** Writes the article as it stands, under the id that is its own: that of what was changed is another. */
async function rebuild(
  writing: WriteSession,
  stored: StoredArticle,
  chunks: ReturnType<MendWorld['prepareChunks']>,
  faults: ReadonlySet<Fault>,
): Promise<boolean> {
  const prepared = { article: stored.article, chunks };
  const version = versionOf(prepared);
  const isSame = version === stored.version;
  const isChanged = faults.has('changed');
  // Mended before, but not yet read again.
  if (isSame && isChanged && faults.size === 1) return false;
  const vectors = isChanged ? null : await loadVectors(writing, stored.version);
  await writing.put([{ prepared, version, arrival: stored.arrival, epoch: '', vectors }]);
  if (!isSame) await removeVersions(writing.collections, [stored.version]);
  return true;
}
