import type { Article } from '../domain/article.js';
import type { Archive } from '../domain/ports.js';
import type { Filter } from '../domain/query.js';
import * as wording from '../domain/wording/quotation.js';
import { groupByArticle } from '../search/group-by-article.js';
import { mostChangesOfSame } from '../search/near-quotation.js';
import { alignInside } from '../text/align.js';
import { foldForComparing } from '../text/fold.js';
import { cutPairs } from '../text/words.js';
import { byPrintDate } from './by-print-date.js';
import type { Extract } from './extract.js';

const CANDIDATES = 50;
const MOST_CITED = 10;
/** So much of the headline the words must be, or they are only a word of it. */
const LEAST_OF_HEADLINE = 0.6;
/** A headline ends without a full stop and is rarely longer than two lines. */
const SENTENCE_END = /[。；]/u;
const LONGEST = 60;
const FIRST_SENTENCE = /^[^\n]+?(?:[。！？!?][”’」』）)]*|$)/mu;

/** The quoted words are no sentence but a headline: its articles, each cited by its first sentence. */
export async function tellHeadline(
  archive: Archive,
  filter: Filter,
  quotation: string,
): Promise<Extract | null> {
  if (SENTENCE_END.test(quotation) || quotation.length > LONGEST) return null;
  const terms = [...new Set(cutPairs(quotation))].map((text) => ({ text, weight: 1 }));
  const candidates = await archive.findCandidates({ terms, vector: null, filter, limit: CANDIDATES });
  const loaded = await archive.loadChunksInArticles(candidates.map(({ chunkId }) => chunkId));
  const articles = groupByArticle(loaded).map(({ article }) => article);
  const called = articles
    .filter((article) => isCalled(article, foldForComparing(quotation).text))
    .sort(byPrintDate);
  if (called.length === 0) return null;
  return {
    claims: called.slice(0, MOST_CITED).map((article) => ({
      text: wording.isHeadline(article),
      quotes: [
        { article, start: 0, end: FIRST_SENTENCE.exec(article.body)?.[0].length ?? article.body.length },
      ],
    })),
    notes: [],
  };
}

/** Kicker, headline and subheadline are one title, and each of them is one. */
function isCalled({ kicker, headline, subheadline }: Article, wanted: string): boolean {
  const lines = [headline, kicker, subheadline].filter((line) => line !== null);
  return [...lines, [kicker, headline, subheadline].filter(Boolean).join('')].some((line) => {
    const title = foldForComparing(line).text;
    if (wanted.length < title.length * LEAST_OF_HEADLINE) return false;
    return alignInside(wanted, title, mostChangesOfSame(wanted.length)) !== null;
  });
}
