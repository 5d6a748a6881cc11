import type { Stored } from './stored.js';

/** Tells which of two objects comes first. */
export type Order = (a: Stored, b: Stored) => number;

export const byScore: Order = (a, b) => b.score - a.score;
export const byDistance: Order = (a, b) => a.distance - b.distance;
export const byId: Order = (a, b) => (a.id < b.id ? -1 : 1);

export const byProperty =
  (name: string): Order =>
  (a, b) =>
    Number(a.properties[name]) - Number(b.properties[name]);

/** What several nodes found of the same question: each object once, as many as one of them was asked for. */
export function mergeAnswers(answers: readonly Stored[][], order: Order | null, limit: number): Stored[] {
  const [first = [], ...others] = answers;
  if (others.length === 0) return first;
  const merged = new Map(first.map((stored) => [stored.id, stored]));
  for (const stored of others.flat()) {
    const known = merged.get(stored.id);
    if (known === undefined || !known.isAgreed) merged.set(stored.id, stored);
  }
  const all = [...merged.values()];
  return order === null ? all : all.sort(order).slice(0, limit);
}

/** Of each key the most that any of the nodes counted. */
export function mergeCounts(counts: readonly Map<string, number>[]): Map<string, number> {
  const merged = new Map<string, number>();
  for (const [key, count] of counts.flatMap((one) => [...one]))
    merged.set(key, Math.max(count, merged.get(key) ?? 0));
  return merged;
}
