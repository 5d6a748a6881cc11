import type { Place } from '../../domain/query.js';

/** Whether a division is another one or lies in it: 140122 lies within 1401. Both in digits of the national code. */
export function liesWithin(code: string, outer: string): boolean {
  return code.startsWith(outer);
}

/** Whether a text that names the divisions `codes` names the asked place or one inside it. */
export function placesMeet(asked: Place, codes: ReadonlySet<string> | readonly string[]): boolean {
  for (const code of codes) {
    if (asked.codes.some((outer) => liesWithin(code, outer))) return true;
  }
  return false;
}
