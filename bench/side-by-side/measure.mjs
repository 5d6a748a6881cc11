/** The value below which `share` of the numbers lie. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** The middle of the rounds, and the lowest and highest of them. */
export const spread = (rounds) => ({
  median: percentile(rounds, 0.5),
  low: Math.min(...rounds),
  high: Math.max(...rounds),
});

/**
 * Runs every contestant on every item in turns, so that whatever else the machine does falls on all alike; who begins
 * changes with each item. The first items are run once before, unmeasured.
 * Contestants: { name: (item) => result }. Returns of each its milliseconds, a list a round, and its results.
 */
export async function race(contestants, items, { rounds, warmUp = 20 }) {
  const names = Object.keys(contestants);
  for (const item of items.slice(0, warmUp)) for (const name of names) await contestants[name](item);
  const runs = Object.fromEntries(names.map((name) => [name, { rounds: [], results: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) runs[name].rounds.push([]);
    for (const [place, item] of items.entries()) {
      for (let turn = 0; turn < names.length; turn++) {
        const name = names[(place + round + turn) % names.length];
        const started = performance.now();
        const result = await contestants[name](item);
        runs[name].rounds[round].push(performance.now() - started);
        if (round === 0) runs[name].results.push(result);
      }
    }
  }
  return runs;
}

/** One line of the table out of two runs: a figure of each and their ratio, a round at a time. */
export function compareTimes(ours, peer, share, unit = 'ms') {
  const of = (run) => run.rounds.map((times) => percentile(times, share));
  return compare(of(ours), of(peer), unit);
}

/** The same out of one number a round; the ratio is ours to the peer's in the same round. */
export const compare = (ours, peer, unit) => ({
  unit,
  ours: spread(ours),
  peer: spread(peer),
  ratio: spread(ours.map((value, round) => value / peer[round])),
});

/** Mean reciprocal rank of the first article that answers, among the first ten different ones. */
export function meanReciprocalRank(rankings, questions) {
  const ranks = rankings.map((ids, place) => {
    const first = [...new Set(ids)].slice(0, 10).findIndex((id) => questions[place].gold.has(id));
    return first < 0 ? 0 : 1 / (first + 1);
  });
  return ranks.reduce((sum, value) => sum + value, 0) / Math.max(1, ranks.length);
}

/** The share of what should have been found that was found. */
export function recall(found, wanted) {
  const shares = found.map((ids, place) => {
    const right = new Set(wanted[place]);
    return ids.filter((id) => right.has(id)).length / Math.max(1, right.size);
  });
  return shares.reduce((sum, value) => sum + value, 0) / Math.max(1, shares.length);
}
