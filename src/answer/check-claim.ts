import type { Passage } from '../search/passages.js';
import { fold } from '../text/fold.js';
import { addsActive, cleanSentence } from './check/clean-sentence.js';
import { buildEvidence } from './check/evidence-text.js';
import { type Fault, findFault } from './check/find-fault.js';
import { findQuotes } from './check/find-quote.js';
import type { Claim, Quote } from './claim.js';
import type { DraftSentence } from './parse-draft.js';

/** A sentence that stands, or why it does not. */
export type Checked = { claim: Claim } | { fault: Fault | 'quote' | 'markup' };

/** Longer sentences are no sentences; the check takes time for each of them. */
const LONGEST = 400;

/**
 * A model's sentence → a claim that stands on the article's own words, or the reason why it does not stand: a quote
 * that is not in its passage, a number, time or name that the quotes do not hold or hold of something else, a word that
 * says more than they do, or one that turns them round.
 */
export function checkClaim(draft: DraftSentence, passages: readonly Passage[], askedOn: string): Checked {
  const places = draft.quotes.map(({ passage, quote }) => findQuotes(passages[passage - 1], quote));
  if (!places.length || places.some((found) => !found.length)) return { fault: 'quote' };
  const text = cleanSentence(draft.text);
  if (text.length > LONGEST || !/\p{L}/u.test(text)) return { fault: 'markup' };
  let fault: Fault | null = null;
  // A short quote may stand several times; it is the place that proves the sentence.
  const tries = Math.max(...places.map((found) => found.length));
  for (let at = 0; at < tries; at++) {
    const quotes = places
      .map((found) => found[Math.min(at, found.length - 1)])
      .filter((q): q is Quote => !!q);
    if (addsActive(text, quotes.map(({ article, start, end }) => article.body.slice(start, end)).join('\n')))
      return { fault: 'markup' };
    fault = findFault(fold(text), quotes.map(buildEvidence), askedOn);
    if (!fault) return { claim: { text, quotes } };
  }
  return { fault: fault ?? 'quote' };
}
