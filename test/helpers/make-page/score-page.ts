import type { GoldArticle } from './made-page.js';

/** What a program found of one article. */
type FoundArticle = {
  body: string;
  kicker: string | null;
  headline: string | null;
  subheadline: string | null;
  byline: string | null;
};

/** Means over the page's articles, 0 to 1; `byline` is null where nobody signs. */
export type PageScore = {
  bodyF1: number;
  headline: number;
  byline: number | null;
  /** Found articles that are no article's best. */
  spurious: number;
  /** Article by article, in the order of the gold; `found` is the index of the best one, or null. */
  articles: { bodyF1: number; headline: boolean; byline: number | null; found: number | null }[];
};

const squeeze = (text: string | null) => (text ?? '').normalize('NFKC').replace(/[\s*]/g, '').toLowerCase();
const bare = (text: string | null) => squeeze(text).replace(/[\p{P}\p{S}]/gu, '');
export const meanOf = (values: readonly number[]) =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;

/**
 * Scores found articles against the truth: bodies by the F1 of their 6-character shingles, headlines by equality
 * without punctuation, bylines by the share of names. An article found with a body F1 of .3 lends its headline.
 */
export function scorePage(found: readonly FoundArticle[], gold: readonly GoldArticle[]): PageScore {
  const shingles = found.map(({ body }) => shinglesOf(body));
  const used = new Set<number>();
  const articles = gold.map((article) => {
    const wanted = shinglesOf(article.bodyText);
    const { index, shared } = findBest(wanted, shingles);
    const best = shingles[index];
    const bodyF1 = best && shared > 0 ? (2 * shared) / (sizeOf(wanted) + sizeOf(best)) : 0;
    if (bodyF1 >= 0.5) used.add(index);
    const own = bodyF1 >= 0.3 ? found[index] : undefined;
    return {
      bodyF1,
      headline: hasHeadline(own, article.headlines),
      byline: shareOfNames(own, article.byline),
      found: own ? index : null,
    };
  });
  const bylines = articles.flatMap(({ byline }) => (byline === null ? [] : [byline]));
  return {
    bodyF1: meanOf(articles.map(({ bodyF1 }) => bodyF1)),
    headline: meanOf(articles.map(({ headline }) => Number(headline))),
    byline: bylines.length > 0 ? meanOf(bylines) : null,
    spurious: found.length - used.size,
    articles,
  };
}

type Shingles = Map<string, number>;

function shinglesOf(text: string): Shingles {
  const squeezed = squeeze(text);
  const counts: Shingles = new Map();
  for (let start = 0; start + 6 <= squeezed.length; start++) {
    const shingle = squeezed.slice(start, start + 6);
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (shingles: Shingles) => [...shingles.values()].reduce((sum, count) => sum + count, 0);

function countShared(left: Shingles, right: Shingles): number {
  let shared = 0;
  for (const [shingle, count] of left) shared += Math.min(count, right.get(shingle) ?? 0);
  return shared;
}

function findBest(wanted: Shingles, all: readonly Shingles[]): { index: number; shared: number } {
  const shared = all.map((shingles) => countShared(wanted, shingles));
  const index = shared.indexOf(Math.max(...shared));
  return { index, shared: shared[index] ?? 0 };
}

function hasHeadline(own: FoundArticle | undefined, headlines: readonly string[]): boolean {
  if (!own) return false;
  if (headlines.length === 0) return !own.headline;
  const wanted = bare(headlines.join(''));
  const full = [own.kicker, own.headline, own.subheadline].filter(Boolean).join('');
  return bare(full) === wanted || bare(own.headline) === wanted;
}

function shareOfNames(own: FoundArticle | undefined, names: readonly string[]): number | null {
  if (names.length === 0) return null;
  const printed = squeeze(own?.byline ?? null);
  return names.filter((name) => printed.includes(squeeze(name))).length / names.length;
}
