import type { Block } from '../blocks/block.js';
import type { Reading, Thread } from '../reading/thread.js';
import { namesReporter } from '../text/byline.js';

/**
 * A signature over a body that names its own reporter belongs to another article: the nearest unsigned one above, else
 * below. Returns the threads with their signatures settled and the signatures that belong to none.
 */
export function settleBylines(
  reading: Reading,
  blocks: readonly Block[],
): { threads: Thread[]; free: number[] } {
  const threads = reading.threads.map((thread) => ({ ...thread, byline: [...thread.byline] }));
  const first = (thread: Thread) => thread.body[0] ?? -1;
  const isSigned = (thread: Thread) =>
    thread.byline.length > 0 || namesReporter(blocks[first(thread)]?.text ?? '');
  const free: number[] = [];
  const giveBack = (byline: readonly number[], from: number) => {
    const above = threads.slice(0, from).reverse();
    const taker = [...above, ...threads.slice(from + 1)].find(
      (thread) => !isSigned(thread) && !thread.isCaption,
    );
    if (taker) taker.byline.push(...byline);
    else free.push(...byline);
  };
  for (const [number, thread] of threads.entries()) {
    const standing = thread.byline.filter((index) => index < first(thread));
    if (standing.length && namesReporter(blocks[first(thread)]?.text ?? '')) {
      thread.byline = thread.byline.filter((index) => !standing.includes(index));
      giveBack(standing, number);
    }
  }
  if (reading.waitingByline.length) giveBack(reading.waitingByline, threads.length);
  return { threads, free };
}
