/** The candidate that takes the fewest changed letters; null where it takes more than half of its own. */
export function findNearest(given: string, candidates: readonly string[]): string | null {
  let nearest: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const changes = countChanges(given.toLowerCase().slice(0, 40), candidate);
    if (changes < fewest && changes * 2 <= candidate.length) {
      fewest = changes;
      nearest = candidate;
    }
  }
  return nearest;
}

/**
 * Letters put in, left out, replaced or exchanged with their neighbour: the optimal string alignment
 * distance, table[i][j] for the first i letters of one word and the first j of the other.
 */
function countChanges(from: string, to: string): number {
  const table = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    table.push(row);
    for (let j = 1; j <= to.length; j++) {
      const replaced = at(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const exchanged =
        from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? at(i - 2, j - 2) + 1 : replaced;
      row.push(Math.min(replaced, exchanged, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(from.length, to.length);
}
