import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../src/text/split-sentences.js';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['会议召开。市长讲话。', ['会议召开。', '市长讲话。']],
    ['“真方便！”他说。', ['“真方便！”', '他说。']],
    ['一是修路；二是建桥。', ['一是修路；', '二是建桥。']],
    ['投资1.5亿元。', ['投资1.5亿元。']],
    ['第一段\n第二段', ['第一段', '第二段']],
    ['他说：“好。”（完）随后离开', ['他说：“好。”', '（完）随后离开']],
    ['等等……还有', ['等等……', '还有']],
    ['   ', []],
  ])('splits %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('leaves nothing but white space between sentences and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'报纸。！？；”） \n1.甲乙'), maxLength: 80 }),
        (text) => {
          let at = 0;
          for (const { start, end } of splitSentences(text)) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });
});
