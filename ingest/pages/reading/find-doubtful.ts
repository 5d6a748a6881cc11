import type { Reading } from './thread.js';

/** A reading with so many points fewer than the best one might be the right one. */
const MARGIN = 1;

/** The body blocks that another good reading of the page joins to something else. */
export function findDoubtful(best: Reading, others: readonly Reading[]): Set<number> {
  const chosen = findPredecessors(best);
  const doubtful = new Set<number>();
  for (const other of others) {
    if (other.score < best.score - MARGIN) continue;
    for (const [block, before] of findPredecessors(other))
      if (chosen.get(block) !== before) doubtful.add(block);
  }
  return doubtful;
}

/** For each body block the one that it goes on with, −1 where it begins an article. */
function findPredecessors({ threads }: Reading): Map<number, number> {
  return new Map(
    threads.flatMap(({ body }) =>
      body.map((block, index): [number, number] => [block, body[index - 1] ?? -1]),
    ),
  );
}
