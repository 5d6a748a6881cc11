/** A quick look: whole characters may have two, too. */
const HALF_CHARACTER = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** SQLite writes half a character (a lone surrogate) as U+FFFD: done here, so that two terms cannot become one there. */
export function toStorable(term: string): string {
  return HALF_CHARACTER.test(term) ? term.replace(LONE_SURROGATE, '\uFFFD') : term;
}
