import { describe, expect, it } from 'vitest';
import { isYesNoQuestion } from '../src/query/yes-no-question.js';

describe('isYesNoQuestion', () => {
  it.each([
    '石渡大桥通车了吗',
    '石渡大桥是否已经通车？',
    '石渡大桥有没有通车',
    '石渡大桥通车了没有',
    '船员是不是受伤了',
  ])('%s', (text) => {
    expect(isYesNoQuestion(text)).toBe(true);
  });

  it.each([
    ['when', '能告诉我石渡大桥什么时候通车吗'],
    ['who', '谁验证了它是否超导'],
    ['one of two', '石渡大桥通车了还是推迟了'],
    ['dates', '大桥通车和铁路开工是同一个月吗'],
    ['whether two say the same', '两家报纸说的总投资一样吗'],
    ['a choice', '石渡大桥和汾河大桥哪个更早通车'],
    ['how many', '有多少人受伤'],
    ['nothing', '石渡大桥的进展'],
  ])('is none where %s is asked: %s', (_, text) => {
    expect(isYesNoQuestion(text)).toBe(false);
  });
});
