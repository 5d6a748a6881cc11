import type { Hit } from '../domain/answer.js';

/** A hit grows over its neighbours up to this many characters; a whole long article is no passage. */
const MAX_LENGTH = 900;

/** Hits of neighbouring chunks of one article → one hit, at the place and with the score of the better one. */
export function joinNeighbours(hits: readonly Hit[]): Hit[] {
  const joined: Hit[] = [];
  for (const hit of hits) {
    const at = joined.findIndex(
      (one) => one.article.articleId === hit.article.articleId && areNeighbours(one, hit),
    );
    const better = joined[at];
    if (better) joined[at] = join(better, hit);
    else joined.push(hit);
  }
  return joined;
}

function areNeighbours(one: Hit, other: Hit): boolean {
  const [before, after] = one.start < other.start ? [one, other] : [other, one];
  if (after.end - before.start > MAX_LENGTH) return false;
  return !before.article.body.slice(before.end, after.start).trim();
}

function join(better: Hit, other: Hit): Hit {
  const start = Math.min(better.start, other.start);
  const end = Math.max(better.end, other.end);
  return { ...better, start, end, text: better.article.body.slice(start, end) };
}
