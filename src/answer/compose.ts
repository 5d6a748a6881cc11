import type { Citation, Sentence } from '../domain/answer.js';
import { formatSentence } from '../domain/wording/sentence.js';
import type { Claim, Quote } from './claim.js';

/** Quotes of one article this close together are cited as one stretch. */
const JOINED_WITHIN = 40;

/**
 * Claims → numbered sentences and citations. Numbers run in the order of first use and never change when further
 * claims follow: a streamed answer keeps the numbers that it was shown with.
 */
export function compose(claims: readonly Claim[]): {
  answer: string;
  sentences: Sentence[];
  citations: Citation[];
} {
  const stretches: Quote[] = [];
  const sentences = claims.map(({ text, quotes }) => {
    const numbers = quotes.map((quote) => cite(stretches, quote));
    return { text, citations: [...new Set(numbers)] };
  });
  return {
    answer: sentences.map(formatSentence).join('\n'),
    sentences,
    citations: stretches.map((quote, index) => buildCitation(quote, index + 1)),
  };
}

/** The number of the stretch that holds the quote: one that it touches is widened, else a new one begins. */
function cite(stretches: Quote[], quote: Quote): number {
  const touching = stretches.findIndex(
    ({ article, start, end }) =>
      article.articleId === quote.article.articleId &&
      quote.start <= end + JOINED_WITHIN &&
      quote.end >= start - JOINED_WITHIN,
  );
  const stretch = stretches[touching];
  if (!stretch) return stretches.push({ ...quote });
  stretch.start = Math.min(stretch.start, quote.start);
  stretch.end = Math.max(stretch.end, quote.end);
  return touching + 1;
}

function buildCitation({ article, start, end }: Quote, n: number): Citation {
  const { articleId, sourceId, newspaper, issueDate, issueDateSource, page, headline, byline } = article;
  const quote = article.body.slice(start, end);
  return {
    n,
    articleId,
    sourceId,
    newspaper,
    issueDate,
    issueDateSource,
    page,
    headline,
    byline,
    quote,
    start,
    end,
  };
}
