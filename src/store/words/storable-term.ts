import { HALF_CHARACTER } from '../../text/pair-key.js';

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** SQLite writes half a character (a lone surrogate) as U+FFFD: done here, so that two terms cannot become one there. */
export function toStorable(term: string): string {
  // A quick look: whole characters have two.
  return HALF_CHARACTER.test(term) ? term.replace(LONE_SURROGATE, '\uFFFD') : term;
}
