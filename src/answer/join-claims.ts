import { splitSentences } from '../text/split-sentences.js';
import type { Claim, Quote } from './claim.js';
import { makePlain } from './make-plain.js';

/** Characters; claims of one sentence that are further apart stand by themselves. */
const LONGEST = 160;

/**
 * Claims that stand on the same or on touching words, or on two clauses of one sentence, become one claim that reaches
 * from the first to the last of them. The order stays that of the first of each.
 */
export function joinClaims(claims: readonly Claim[], asksTime: boolean): Claim[] {
  const joined: Claim[] = [];
  for (const claim of claims) {
    const at = joined.findIndex((other) => canJoin(other, claim));
    const other = joined[at];
    if (other) joined[at] = join(other, claim, asksTime);
    else joined.push(claim);
  }
  return joined;
}

function canJoin(one: Claim, other: Claim): boolean {
  const [a, b] = [one.quotes[0], other.quotes[0]];
  if (!a || !b || one.quotes.length > 1 || other.quotes.length > 1) return false;
  if (a.article.articleId !== b.article.articleId) return false;
  if (a.start <= b.start && b.end <= a.end) return true;
  const { start, end } = span(a, b);
  return end - start <= LONGEST && splitSentences(a.article.body.slice(start, end)).length === 1;
}

function join(one: Claim, other: Claim, asksTime: boolean): Claim {
  const [a, b] = [one.quotes[0], other.quotes[0]];
  if (!a || !b) return one;
  const quote = { article: a.article, ...span(a, b) };
  const isWithin = quote.start === a.start && quote.end === a.end;
  return isWithin ? one : { text: makePlain(a.article, quote, asksTime), quotes: [quote] };
}

const span = (a: Quote, b: Quote) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
