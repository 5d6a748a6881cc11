import { liesWithin } from './containment.js';
import type { Meant } from './join-runs.js';
import type { Division } from './load-divisions.js';

/** Codes of other places that say which of several divisions of one name is meant. */
export type Hints = { text: readonly string[]; home: readonly string[] };

/**
 * Which of the divisions of one name are meant. A short form means the province or city of that name before all smaller
 * ones (吉林, 海南, 西安); else the ones nearest to the other places of the text or to the newspaper's home are meant,
 * and without a hint all of them.
 */
export function chooseDivisions(
  { entry, divisions }: Pick<Meant, 'entry' | 'divisions'>,
  hints: Hints,
): readonly Division[] {
  if (divisions.length < 2) return divisions;
  if (entry.certainty === 'known') return withSeats(divisions);
  const scores = divisions.map(({ code }) => nearness(code, hints));
  const best = Math.max(...scores);
  return withoutSmaller(best === 0 ? divisions : divisions.filter((_, i) => scores[i] === best));
}

/** The largest; beside a prefecture the city that is its seat: 恩施 is said of both. */
function withSeats(divisions: readonly Division[]): readonly Division[] {
  const digits = Math.min(...divisions.map(({ code }) => code.length));
  const largest = divisions.filter(({ code }) => code.length === digits);
  if (digits === 2) return largest;
  return divisions.filter(
    ({ code, name }) =>
      code.length === digits ||
      (name.endsWith('市') && largest.some((outer) => liesWithin(code, outer.code))),
  );
}

function withoutSmaller(divisions: readonly Division[]): readonly Division[] {
  return divisions.filter(
    ({ code }) => !divisions.some((outer) => outer.code !== code && liesWithin(code, outer.code)),
  );
}

/** Twice the digits of the smallest division that both lie in, the text's places a little before the home. */
function nearness(code: string, { text, home }: Hints): number {
  const near = (other: string): number => 2 * sharedDigits(code, other);
  return Math.max(0, ...text.map((other) => near(other) && near(other) + 1), ...home.map(near));
}

function sharedDigits(one: string, other: string): number {
  for (const digits of [6, 4, 2]) {
    if (other.length >= digits && liesWithin(one, other.slice(0, digits))) return digits;
  }
  return 0;
}
