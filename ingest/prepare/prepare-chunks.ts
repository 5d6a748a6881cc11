import type { SpokenTime } from '../../src/domain/article.js';
import type { PreparedChunk } from '../../src/domain/ports.js';
import { findHome } from '../../src/text/places/find-home.js';
import { findPlacesInArticle } from '../../src/text/places/find-places-in-article.js';
import { findTimesOfArticle } from '../../src/text/times-of-article.js';
import { type IndexTerms, indexTerms, listTerms } from '../../src/text/words.js';
import { splitChunks } from '../chunk.js';
import type { RawArticle } from '../raw-article.js';

/** A chunk that names more times than this is a timetable; its first ones will do. */
const MOST_TIMES = 40;

/** What of an article decides what its chunks are. */
type ChunkedArticle = Pick<
  RawArticle,
  'kicker' | 'headline' | 'subheadline' | 'newspaper' | 'issueDate' | 'body'
>;

/** A chunk with the terms of its texts. */
export type CutChunk = Omit<PreparedChunk, 'terms'> & { texts: readonly IndexTerms[] };

/**
 * The headlines count in every chunk, for words and for places: a chunk from the middle of an article rarely repeats
 * what it is about.
 */
export function cutChunks(article: ChunkedArticle): CutChunk[] {
  const { kicker, headline, subheadline, newspaper, body } = article;
  const headlines = [kicker, headline, subheadline].filter(Boolean).join(' ');
  const headlineTerms = headlines ? [indexTerms(headlines)] : [];
  const home = findHome(newspaper)?.codes ?? [];
  return splitChunks(body).map(({ start, end }) => {
    const text = body.slice(start, end);
    return {
      start,
      end,
      texts: [...headlineTerms, indexTerms(text)],
      times: listSpokenTimes(text, article),
      places: findCodes(`${headlines}\n${text}`, home),
    };
  });
}

/** The same with all terms as strings. */
export const prepareChunks = (article: ChunkedArticle) =>
  cutChunks(article).map(({ texts, ...chunk }) => ({ ...chunk, terms: texts.flatMap(listTerms) }));

/** Each span of days once, with the words that name it first. */
function listSpokenTimes(text: string, article: ChunkedArticle): SpokenTime[] {
  const times = new Map<string, SpokenTime>();
  for (const { from, to, text: words } of findTimesOfArticle(text, article)) {
    if (!times.has(from + to)) times.set(from + to, { from, to, text: words });
    if (times.size === MOST_TIMES) break;
  }
  return [...times.values()];
}

/** Divisions that share a name are all kept. */
function findCodes(text: string, home: readonly string[]): string[] {
  return [...new Set(findPlacesInArticle(text, home).flatMap(({ codes }) => codes))];
}
