import type { Hit } from '../domain/answer.js';
import type { Article } from '../domain/article.js';

/** A stretch of one article, read as a whole: `article.body.slice(start, end)`. */
export type Passage = { article: Article; start: number; end: number };

/** An article up to this length is one passage; of a longer one the stretches around its hits are. */
const WHOLE_ARTICLE = 1200;
/** How far a passage reaches beyond a hit, so that what stands in the next chunk is not lost. */
const REACH = 300;

/** Hits → passages in the order of their best hits; neighbouring hits of one article are joined. */
export function buildPassages(hits: readonly Hit[], limit: number): Passage[] {
  const passages: Passage[] = [];
  for (const hit of hits) {
    const { article } = hit;
    const isShort = article.body.length <= WHOLE_ARTICLE;
    const start = isShort ? 0 : Math.max(0, hit.start - REACH);
    const end = isShort ? article.body.length : Math.min(article.body.length, hit.end + REACH);
    const touching = passages.find(
      (one) => one.article.articleId === article.articleId && start <= one.end && end >= one.start,
    );
    if (touching) {
      touching.start = Math.min(touching.start, start);
      touching.end = Math.max(touching.end, end);
    } else if (passages.length < limit) passages.push({ article, start, end });
  }
  return passages;
}
