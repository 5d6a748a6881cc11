import type { Place } from '../../domain/query.js';
import { liesWithin } from './containment.js';
import type { PlaceName } from './gazetteer.js';
import type { Division } from './load-divisions.js';

/** A mention with the divisions that it may mean. */
export type Meant = { start: number; end: number; entry: PlaceName; divisions: readonly Division[] };

/** A place where it stands in a text, in UTF-16 offsets. */
export type FoundPlace = Place & { start: number; end: number };

const GAP = /^[\s·]*$/u;

/** Whether `inner` stands right behind `outer` and names something in it: 吕梁汾阳. */
export function continues(text: string, outer: Meant, inner: Meant): boolean {
  return GAP.test(text.slice(outer.end, inner.start)) && divisionsWithin(inner, outer).length > 0;
}

/** 山西省太原市阳曲县 → one place, the innermost, over the whole run; neighbours that do not contain each other stay two. */
export function joinRuns(text: string, mentions: readonly Meant[]): Meant[] {
  const joined: Meant[] = [];
  for (const mention of mentions) {
    const outer = joined.at(-1);
    if (outer && continues(text, outer, mention)) {
      joined[joined.length - 1] = {
        ...mention,
        start: outer.start,
        divisions: divisionsWithin(mention, outer),
      };
    } else joined.push(mention);
  }
  return joined;
}

/** The divisions of `inner` that lie in one of `outer` and are not the same. */
export function divisionsWithin(inner: Meant, outer: Meant): Division[] {
  return inner.divisions.filter(({ code }) =>
    outer.divisions.some((other) => other.code !== code && liesWithin(code, other.code)),
  );
}
