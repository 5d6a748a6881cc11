import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded, fold, foldForComparing } from '../src/text/fold.js';

/** Traditional and simplified characters, full width, marks, digits, surrogate pairs, combining marks and circles. */
const mixedCharacter = fc.constantFrom(
  ...'臺裏麵发鬥斗Ａｂ７．.，。 5二三○〇㎡Ⅲé\u0301\u0345İΣς豈⼈ｶﾞ각ᄀ\u1161½',
  '\u{20bb7}',
  '\u{1f600}',
  '\u{2f81a}',
);

describe('fold', () => {
  it.each([
    ['２０２３年ＫＭ', '2023年km'],
    ['㎡', 'm2'],
    ['Ⅲ', 'iii'],
    ['臺裏裡麵後發髮鬥', '台里里面后发发斗'],
    ['溼峯羣啓衞爲綫説兗', '湿峰群启卫为线说兖'],
    ['⼈⺠豈', '人民岂'],
    ['二○○三年○月', '二〇〇三年○月'],
    ['乾隆皇帝著名作家', '乾隆皇帝著名作家'],
    ['哪吒瞭望慰藉', '哪吒瞭望慰藉'],
  ])('makes %s comparable as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves simplified text as it is', () => {
    const text = '7月8日，市长说：“办好12件实事，征集意见，群众里里外外都满意。”';
    expect(fold(text)).toBe(text.normalize('NFKC'));
  });

  it('keeps the offsets of everything in the basic plane that has no compatible form', () => {
    fc.assert(
      fc.property(fc.string({ unit: mixedCharacter, maxLength: 40 }), (text) => {
        const plain = text.normalize('NFKC').toLowerCase();
        expect(fold(text)).toHaveLength(plain.length);
      }),
    );
  });

  it('folds what is folded to itself', () => {
    const units = ['binary' as const, mixedCharacter];
    for (const unit of units) {
      fc.assert(
        fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
          expect(fold(fold(text))).toBe(fold(text));
        }),
        { numRuns: 1000 },
      );
    }
    for (let code = 0; code < 0x10000; code++) {
      const once = fold(String.fromCharCode(code));
      if (fold(once) !== once) expect.fail(`U+${code.toString(16)} folds further`);
    }
  });
});

describe('foldForComparing', () => {
  it('knows for every unit which original character it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: mixedCharacter, maxLength: 40 }), (text) => {
        const { text: folded, offsets, ends } = foldForComparing(text);
        expect([offsets.length, ends.length]).toEqual([folded.length, folded.length]);
        const starts = [...new Set(offsets)];
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const start of starts) {
          const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
          const first = offsets.indexOf(start);
          const last = offsets.lastIndexOf(start);
          expect(ends[last]).toBe(start + character.length);
          const alone = folded.slice(first, last + 1);
          expect([foldForComparing(character).text, '.', '〇']).toContain(alone);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['二○二三', '二〇二三'],
    ['Café', 'Cafe\u0301'],
    ['７．５公里', '7.5公里'],
    ['羣衆', '群众'],
  ])('takes %s for %s', (text, same) => {
    expect(foldForComparing(text).text).toBe(foldForComparing(same).text);
  });

  it('does not take part of a character for a place in the text', () => {
    expect(findFolded(foldForComparing('第Ⅲ期'), 'i期')).toBeNull();
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
