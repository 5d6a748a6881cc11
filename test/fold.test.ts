import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded, fold, foldForComparing } from '../src/text/fold.js';

describe('fold', () => {
  it.each([
    ['２０２３年ＫＭ', '2023年km'],
    ['㎡', 'm2'],
    ['Ⅲ', 'iii'],
  ])('makes %s comparable as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('findFolded', () => {
  const body = '会上,该区提出:“今年要办好 12 件实事”。投资1.5亿元。';
  const find = (part: string) => {
    const found = findFolded(foldForComparing(body), part);
    return found && body.slice(found.start, found.end);
  };

  it.each([
    ['今年要办好12件实事', '今年要办好 12 件实事'],
    ['该区提出：今年', '该区提出:“今年'],
    ['投资１.５亿元', '投资1.5亿元'],
  ])('finds %s whatever its spaces and marks', (part, original) => {
    expect(find(part)).toBe(original);
  });

  it.each(['投资15亿元', '该区提议', '', '，。'])('does not find %s', (part) => {
    expect(find(part)).toBeNull();
  });

  it('finds any stretch of a text at a place that folds alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const part = text.slice(Math.min(a, b), Math.max(a, b));
        fc.pre(!/\p{Cs}/u.test(part) && foldForComparing(part).text !== '' && !/[.．]/u.test(part));
        const found = findFolded(foldForComparing(text), part);
        expect(found).not.toBeNull();
        const original = text.slice(found?.start, found?.end);
        expect(foldForComparing(original).text).toBe(foldForComparing(part).text);
      }),
    );
  });
});
