import { above } from './filter-value.js';
import type { View } from './read-session.js';

/** Those after `after` that are still there, oldest first. */
export async function listArrivals(
  view: View,
  after: number,
  limit: number,
): Promise<{ arrival: number; articleId: string }[]> {
  const filter = view.seen('article', above('arrival', after));
  const properties = ['arrival', 'articleId'];
  const found = await view.collections.articles.find({ filter, limit, properties, sortBy: 'arrival' });
  return found.map(({ properties: known }) => ({
    arrival: Number(known.arrival),
    articleId: String(known.articleId),
  }));
}

/** Numbers of one millisecond. */
const WITHIN = 1000;

/**
 * Numbers in the order in which articles come in, without a counter that all machines would have to share: the time,
 * and a number within its millisecond. Never one at or below `last`.
 */
export class Arrivals {
  constructor(private last: number) {}

  next(): number {
    this.last = Math.max(this.last + 1, Date.now() * WITHIN);
    return this.last;
  }

  get latest(): number {
    return this.last;
  }
}
