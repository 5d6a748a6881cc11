import type { Passage } from '../../search/passages.js';
import { findFolded, foldForComparing } from '../../text/fold.js';
import { splitSentences } from '../../text/split-sentences.js';
import type { Quote } from '../claim.js';

/** Fewer characters stand nearly everywhere and prove nothing. */
const SHORTEST = 2;
/** A short quote may stand several times: so many places are looked at. */
const MOST_PLACES = 4;
/** A longer one is not quoted whole where a part of it was. */
const LONGEST_SENTENCE = 200;
const CLAUSE_END = /[，,。！？!?；;…\n]/u;
const CLOSING_MARKS = /^[，,。！？!?；;…]?[”’"』」）)】》]*/u;
/** 本报讯（记者 方圆）, 新华社北京2月9日电（记者 方圆）: no part of what is said. */
const DATELINE = /^\s*(?:\p{Script=Han}|\d){0,20}[讯电]\s*[（(][^）)\n]{0,60}[）)]\s*/u;
/** A comma between digits belongs to a number. */
const DIGIT = /\d/u;

/**
 * The places where the model's words stand in the passage, white space and marks aside, each widened to whole
 * clauses: a quote that begins behind 未 or 网传 would say the opposite. Empty where they do not stand there.
 */
export function findQuotes(passage: Passage | undefined, words: string): Quote[] {
  if (!passage || foldForComparing(words).text.length < SHORTEST) return [];
  const { article, start, end } = passage;
  const folded = foldForComparing(article.body.slice(start, end));
  const quotes: Quote[] = [];
  let from = 0;
  while (quotes.length < MOST_PLACES) {
    const found = findFolded(folded, words, from);
    if (!found) break;
    quotes.push(widen({ article, start: start + found.start, end: start + found.end }));
    from = found.next;
  }
  return [...quotes, ...quotes.flatMap(toSentence)];
}

/** What the clause leaves open, its sentence may prove. */
function toSentence(quote: Quote): Quote[] {
  const whole = widenToSentences(quote);
  const isWider = whole.start < quote.start || whole.end > quote.end;
  return isWider && whole.end - whole.start <= LONGEST_SENTENCE ? [{ ...quote, ...whole }] : [];
}

/** The sentences that a quote is of; of one without end only what stands near. */
export function widenToSentences({ article, start, end }: Quote): { start: number; end: number } {
  const from = Math.max(0, start - LONGEST_SENTENCE);
  const near = article.body.slice(from, end + LONGEST_SENTENCE);
  const sentences = splitSentences(near)
    .map((one) => ({ start: from + one.start, end: from + one.end }))
    .filter((one) => one.end > start && one.start < end);
  return {
    start: Math.min(start, ...sentences.map((one) => one.start)),
    end: Math.max(end, ...sentences.map((one) => one.end)),
  };
}

function widen({ article, start, end }: Quote): Quote {
  const { body } = article;
  let first = start;
  while (first > 0 && start - first < LONGEST_SENTENCE && !endsClause(body, first - 1)) first--;
  first += DATELINE.exec(body.slice(first, start))?.[0].length ?? 0;
  while (first < start && /[\s”’"』」）)】》]/u.test(body[first] ?? '')) first++;
  let last = end;
  const furthest = Math.min(body.length, end + LONGEST_SENTENCE);
  while (last < furthest && !endsClause(body, last) && !endsClause(body, last - 1)) last++;
  if (last > end && endsClause(body, last - 1)) last--;
  return { article, start: first, end: endWithMark(body, last) };
}

function endsClause(body: string, at: number): boolean {
  const mark = body[at] ?? '\n';
  if (!CLAUSE_END.test(mark)) return false;
  return !(mark === ',' && DIGIT.test(body[at - 1] ?? '') && DIGIT.test(body[at + 1] ?? ''));
}

/** Marks are left out in comparing; the one that ends the clause belongs to the quote all the same. */
function endWithMark(body: string, end: number): number {
  return end + (CLOSING_MARKS.exec(body.slice(end, end + 4))?.[0].length ?? 0);
}
