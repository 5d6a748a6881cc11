import type { Passage } from '../search/passages.js';
import { cutCharacterPairs } from '../text/character-pairs.js';
import { findFolded, foldForComparing } from '../text/fold.js';
import { findNumbers } from '../text/numbers.js';
import { tagWords } from '../text/words.js';
import type { Claim, Quote } from './claim.js';
import type { DraftSentence } from './parse-draft.js';

/** Names of persons, places, organisations and works, and words that no dictionary holds: mostly names, too. */
const NAME = /^(?:nr|ns|nt|nz|x)/u;
/** A sentence that shares less than this of its character pairs with its quotes says something else. */
const MIN_SHARED = 0.5;
/** Numbers and dates are checked as values; written otherwise they share no characters. */
const NUMERAL = /[\d零〇一二两三四五六七八九十百千万亿年月日]/u;

/**
 * A model's sentence → a claim that stands on the article's own words; null where it does not stand: a quote that is
 * not in its passage, or a number, date or name that the quotes (with headline and issue date) do not hold.
 */
export function checkClaim(draft: DraftSentence, passages: readonly Passage[]): Claim | null {
  const quotes = draft.quotes.map(({ passage, quote }) => findQuote(passages[passage - 1], quote));
  const found = quotes.filter((quote): quote is Quote => quote !== null);
  if (!found.length || found.length < quotes.length) return null;
  const evidence = found.map(evidenceText).join('\n');
  const stands =
    holdsNumbers(draft.text, evidence) &&
    holdsNames(draft.text, evidence) &&
    saysTheSame(draft.text, evidence);
  return stands ? { text: draft.text, quotes: found } : null;
}

/** Looks the words up in the passage, white space and marks aside; what counts from then on is the article's own text. */
function findQuote(passage: Passage | undefined, quote: string): Quote | null {
  if (!passage) return null;
  const { article, start, end } = passage;
  const found = findFolded(foldForComparing(article.body.slice(start, end)), quote);
  return found && { article, start: start + found.start, end: endWithMark(article.body, start + found.end) };
}

const CLOSING_MARKS = /^[。！？!?；;…]?[”’"』」）)】》]*/u;

/** Marks are left out in comparing; the one that ends the sentence belongs to the quote all the same. */
function endWithMark(body: string, end: number): number {
  return end + (CLOSING_MARKS.exec(body.slice(end, end + 4))?.[0].length ?? 0);
}

/** A quote with what its article says of place and time: headline and issue date. */
function evidenceText({ article, start, end }: Quote): string {
  const { newspaper, issueDate, kicker, headline, subheadline, body } = article;
  const date = issueDate?.split('-').map(Number).join(' ') ?? '';
  return [newspaper, date, kicker, headline, subheadline, body.slice(start, end)].filter(Boolean).join('\n');
}

function holdsNumbers(text: string, evidence: string): boolean {
  const held = new Set(findNumbers(evidence));
  return findNumbers(text).every((number) => held.has(number));
}

function holdsNames(text: string, evidence: string): boolean {
  const held = foldForComparing(evidence).text;
  return tagWords(text)
    .filter(({ tag, word }) => NAME.test(tag) && /^\p{L}{2,}$/u.test(word))
    .every(({ word }) => held.includes(foldForComparing(word).text));
}

/** A right quote under a sentence about something else proves nothing. */
function saysTheSame(text: string, evidence: string): boolean {
  const held = cutCharacterPairs(evidence);
  const pairs = [...cutCharacterPairs(text)].filter((pair) => !NUMERAL.test(pair));
  return pairs.filter((pair) => held.has(pair)).length >= MIN_SHARED * pairs.length;
}
