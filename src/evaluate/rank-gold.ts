import type { Hit } from '../domain/answer.js';
import type { Gold } from './find-gold.js';

/** How well a search found what it should. */
export type Retrieval = {
  /** Rank of the first right article among the distinct articles found, from 1; null where none was found. */
  rank: number | null;
  /** Share of the things wanted that the first five articles stand for, 0 to 1. */
  recall5: number;
};

const RECALL_WITHIN = 5;

/** Ranks articles, not hits: a second chunk of the same article neither helps nor takes a place. */
export function rankGold(hits: readonly Pick<Hit, 'article'>[], { wanted, thingOf }: Gold): Retrieval {
  const articleIds = [...new Set(hits.map(({ article }) => article.articleId))];
  const things = articleIds.map((articleId) => thingOf.get(articleId));
  const first = things.findIndex((thing) => thing !== undefined);
  const found = new Set(things.slice(0, RECALL_WITHIN).filter((thing) => thing !== undefined));
  return { rank: first < 0 ? null : first + 1, recall5: found.size / wanted };
}
