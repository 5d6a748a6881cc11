import { setTimeout as sleep } from 'node:timers/promises';
import { findHeld } from './articles.js';
import { MOST_RESULTS } from './collection.js';
import { dropFromFiles } from './drop-from-files.js';
import { toReadAgain } from './file-records.js';
import { and, anyOf, type Condition, equal, not } from './filter-value.js';
import { removeUnheld } from './remove-versions.js';
import type { Change } from './state.js';
import type { WriteSession } from './write-session.js';

/** A writer that has not been heard of for so long is gone, in milliseconds. It is heard of with each step, and while it reads. */
export const STALE = 60_000;
export const LOOK_AGAIN = 1000;
/** Longer than a writer usually takes from looking whose its change is to writing it. */
const MOMENT = 300;

/**
 * Brings the change of a writer that is gone to its end: what was to be seen is seen, what was not has never been. A file
 * that was being replaced is read again at its next ingest; one of which an article was removed is not.
 */
export async function recover(writing: WriteSession, left: Change): Promise<void> {
  const change = await takeOver(writing, left);
  if (change === null) return;
  const { id, path, state, going } = change;
  if (state === 'pending') await takeBack(writing, id);
  if (state === 'pending' || state === 'switched') await markFile(writing, path, id);
  if (state === 'removing') await dropFromFiles(writing, going);
  if (state !== 'pending') await removeUnheld(writing, going);
  await writing.state.forgetChange(id);
  await writing.pulse();
}

/**
 * The change as it is now; null where its writer goes on with it, or another brings it to its end. The writer is given a
 * moment: it looks whose its change is right before it writes it, and what it wrote then counts.
 */
async function takeOver({ state }: WriteSession, left: Change): Promise<Change | null> {
  const held = await state.loadChange(left.id);
  if (held === null || held.at !== left.at) return null;
  await state.saveChange(held);
  await sleep(MOMENT);
  if (await state.isOwn(left.id)) return held;
  state.leaveChange(left.id);
  return null;
}

/** The file names what is to be seen of it: what it had, and what the change has brought. */
async function markFile(writing: WriteSession, path: string, epoch: string): Promise<void> {
  const record = await writing.files.load(path);
  if (record === null) return;
  const view = await writing.look();
  const filter = view.seen('article', equal('epoch', epoch));
  const named = new Set(record.articles);
  const asked = { by: 'number', filter, properties: ['articleId'] };
  for await (const { properties } of writing.collections.articles.walk(asked))
    named.add(String(properties.articleId));
  const held = await findHeld(view, [...named]);
  const articles = [...named].filter((articleId) => held.has(articleId));
  if (articles.length > 0) await writing.files.save([toReadAgain(record, articles)]);
  else await writing.files.remove(path);
}

/** Takes out what was brought under an epoch, unless a file holds it that has no other version of it. */
export async function takeBack(writing: WriteSession, epoch: string): Promise<void> {
  const { articles, chunks } = writing.collections;
  const filter = equal('epoch', epoch);
  const kept: string[] = [];
  for (let ids = await articles.listIds(filter); ids.length > 0; ids = await articles.listIds(filter)) {
    const some = await removeUnheld(writing, ids, filter);
    for (const version of some) await articles.change(version, { epoch: '' });
    kept.push(...some);
    if (ids.length < MOST_RESULTS) break;
  }
  // Chunks that were written before their article was.
  await chunks.remove(and(filter, kept.length === 0 ? null : not(anyOf('version', kept))) as Condition);
}
