import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alignment, alignInside } from '../src/text/align.js';

const few = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 });
const part = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 7 });

/** Edit distance by its definition. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function nearestOfAll(wanted: string, text: string): number {
  let best = wanted.length;
  for (let from = 0; from <= text.length; from++)
    for (let to = from; to <= text.length; to++)
      best = Math.min(best, distance(wanted, text.slice(from, to)));
  return best;
}

const apply = (wanted: string, text: string, { edits }: Alignment): string => {
  let at = 0;
  let made = '';
  for (const { start, end, from, to } of edits) {
    made += wanted.slice(at, start) + text.slice(from, to);
    at = end;
  }
  return made + wanted.slice(at);
};

describe('alignInside', () => {
  it.each<[string, string, string, string[]]>([
    ['今年七件实事', '太原今年六件实事办完', '今年六件实事', ['七>六']],
    ['甲年六件实事', '太原今年六件实事办完', '今年六件实事', ['甲>今']],
    ['今年六件实甲', '太原今年六件实事办完', '今年六件实事', ['甲>事']],
    ['今年六件的实事', '太原今年六件实事办完', '今年六件实事', ['的>']],
    ['今年件实事', '太原今年六件实事办完', '今年六件实事', ['>六']],
  ])('%s in %s', (wanted, text, stretch, edits) => {
    const found = alignInside(wanted, text, 2);
    expect(text.slice(found?.start, found?.end)).toBe(stretch);
    expect(
      found?.edits.map(({ start, end, from, to }) => `${wanted.slice(start, end)}>${text.slice(from, to)}`),
    ).toEqual(edits);
  });

  it('finds the fewest changes, none beyond the most that are allowed, and edits that lead to the stretch', () => {
    fc.assert(
      fc.property(part, few, fc.nat(6), (wanted, text, allowed) => {
        const most = Math.min(allowed, wanted.length - 1);
        const found = alignInside(wanted, text, most);
        const fewest = nearestOfAll(wanted, text);
        expect(found?.distance ?? null).toBe(fewest <= most ? fewest : null);
        if (!found) return;
        const stretch = text.slice(found.start, found.end);
        expect(distance(wanted, stretch)).toBe(fewest);
        expect(apply(wanted, text, found)).toBe(stretch);
      }),
      { numRuns: 2000 },
    );
  });
});
