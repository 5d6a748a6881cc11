import { overlaps } from '../text/span.js';
import { findColumnWall } from './filters/find-column-wall.js';
import { findContributorWall } from './filters/find-contributor-wall.js';
import { findNewspaperWall } from './filters/find-newspaper-wall.js';
import { findPageWall } from './filters/find-page-wall.js';
import { findPlaceWall } from './filters/find-place-wall.js';
import { buildWallText, type Span, type Wall } from './filters/wall-text.js';

/**
 * What a question names as a wall, outside of which it wants nothing: 太原日报3版, 记者王建国写的, “民生”专栏,
 * 只看阳曲县. What is doubtful walls nothing in, since it still counts as words. `newspapers` are those that the
 * archive holds. `spans` are the words that say so, in order, apart from each other: they are no words to search for.
 */
export function findFilters(text: string, newspapers: readonly string[]): Wall {
  const question = buildWallText(text);
  const contributor = findContributorWall(question);
  const newspaper = findNewspaperWall(question, newspapers, contributor?.spans[0] ?? null);
  const page = newspaper?.filter.page ? null : findPageWall(question);
  const walls = [contributor, newspaper, page, findColumnWall(question), findPlaceWall(question)];
  return walls.reduce<Wall>(
    (all, wall) => (wall && !overlap(all.spans, wall.spans) ? join(all, wall) : all),
    { filter: {}, spans: [] },
  );
}

const overlap = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((one) => others.some((other) => overlaps(one, other)));

function join(one: Wall, other: Wall): Wall {
  return {
    filter: { ...one.filter, ...other.filter },
    spans: mergeNeighbours([...one.spans, ...other.spans].sort((a, b) => a.start - b.start)),
  };
}

function mergeNeighbours(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans) {
    const last = merged.at(-1);
    if (last?.end === start) last.end = end;
    else merged.push({ start, end });
  }
  return merged;
}
