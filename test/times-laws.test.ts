import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../src/text/calendar.js';
import { findTimes } from '../src/text/find-times.js';

const PIECES = [
  ...[
    '2023年',
    '2月',
    '8日',
    '6日',
    '至',
    '到',
    '—',
    '去年',
    '今年',
    '上',
    '下',
    '半年',
    '第',
    '一',
    '季度',
    '春节',
    '期间',
  ],
  ...[
    '以前',
    '以来',
    '截至',
    '前',
    '后',
    '起',
    '近',
    '三',
    '天',
    '周',
    '年',
    '月',
    '日',
    '十四五',
    '国庆',
    '腊月',
    '正月',
  ],
  ...[
    '十五',
    '二〇二三年',
    '30',
    '2020',
    '.',
    '-',
    '，',
    '《',
    '》',
    '“',
    '”',
    '的',
    '底',
    '初',
    '每',
    '同期',
    '29',
    '31',
  ],
];
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 2 })), { maxLength: 14 });
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const where = fc.constantFrom('question' as const, 'article' as const);

describe('whatever the text', () => {
  it('a time has existing days in their order, and its words stand where it says', () => {
    fc.assert(
      fc.property(text, day, where, (pieces, today, place) => {
        const whole = pieces.join('');
        let behind = 0;
        for (const time of findTimes(whole, today, { in: place })) {
          expect(isDay(time.from) && isDay(time.to)).toBe(true);
          expect(time.from <= time.to).toBe(true);
          expect(whole.slice(time.start, time.end)).toBe(time.text);
          expect(time.start).toBeGreaterThanOrEqual(behind);
          behind = time.end;
        }
      }),
      { numRuns: 3000, seed: 5 },
    );
  });

  it('a time keeps its days behind other words, further to the right', () => {
    fc.assert(
      fc.property(text, day, where, (pieces, today, place) => {
        const alone = findTimes(`，${pieces.join('')}`, today, { in: place });
        const moved = findTimes(`阳曲县，${pieces.join('')}`, today, { in: place });
        expect(moved.map((time) => ({ ...time, start: time.start - 3, end: time.end - 3 }))).toEqual(alone);
      }),
      { numRuns: 1000, seed: 6 },
    );
  });

  it('what does not need today is the same on every day', () => {
    fc.assert(
      fc.property(text, day, day, (pieces, one, other) => {
        const written = (today: string) =>
          findTimes(pieces.join(''), today)
            .filter(({ relative }) => !relative)
            .map(({ text, from, to }) => `${text} ${from} ${to}`);
        fc.pre(!/[0-9]{2}年|同期/u.test(pieces.join('').replaceAll(/2020年|2023年/gu, '')));
        expect(written(one)).toEqual(written(other));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it.each(['年', '1', '一', '《', '截至', '每年', '2月', '1月至', '“', '三年前', '2020', '十', '周一、'])(
    'reads 57,000 times %s without stumbling',
    (unit) => {
      const many = unit.repeat(57_000);
      const misplaced = findTimes(many, '2023-02-10').filter(
        ({ start, end, text }) => many.slice(start, end) !== text,
      );
      expect(misplaced).toEqual([]);
    },
  );
});

describe('which expressions another year may stand in for', () => {
  it.each([
    '今年',
    '今年上半年',
    '今年春节',
    '本年度',
    '2月8日',
    '8日',
    '春节期间',
    '国庆假期',
    '年底',
    '今年以来',
  ])('%s slides', (words) => {
    expect(findTimes(words, '2023-02-10')).toMatchObject([{ slides: true, relative: true }]);
  });

  it.each([
    '去年',
    '昨天',
    '2023年',
    '去年春节',
    '2023年2月8日',
    '上个月',
    '近三天',
    '三年前',
    '2020年以前',
    '去年以来',
  ])('%s does not', (words) => {
    expect(findTimes(words, '2023-02-10')).toMatchObject([{ slides: false }]);
  });
});
