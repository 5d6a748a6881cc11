import { describe, expect, it } from 'vitest';
import { cutClauses } from '../src/answer/kinds/cut-clauses.js';

const cut = (text: string, words: string[], most: number) => {
  const { start, end } = cutClauses(text, { start: 0, end: text.length }, words, most);
  return text.slice(start, end);
};
const LONG =
  '青河大桥通车当天，城乡公交开行，由汽车站经大桥到乡政府，全长23公里，设站16座，票价3元，每天往返28班。';

describe('cutClauses', () => {
  it.each([
    [
      'a short sentence stays whole',
      '青河大桥3月1日开工，工期两年。',
      ['青河大桥'],
      40,
      '青河大桥3月1日开工，工期两年。',
    ],
    ['the opening goes', '本报讯（记者 甲一）青河大桥3月1日开工。', ['青河大桥'], 40, '青河大桥3月1日开工。'],
    [
      'where the news is from goes',
      '记者从交通局获悉，青河大桥3月1日开工。',
      ['大桥'],
      40,
      '青河大桥3月1日开工。',
    ],
    [
      'of a long one the clauses that hold the words stay',
      LONG,
      ['票价', '3元'],
      30,
      '全长23公里，设站16座，票价3元，每天往返28班。',
    ],
    ['a mark that led on goes', LONG, ['城乡公交'], 24, '城乡公交开行，由汽车站经大桥到乡政府'],
    ['one long clause stays whole', LONG.replaceAll('，', ''), ['票价'], 10, LONG.replaceAll('，', '')],
  ])('%s', (_, text, words, most, expected) => {
    expect(cut(text, words, most)).toBe(expected);
  });
});
