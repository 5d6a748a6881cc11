import { describe, expect, test } from 'vitest';
import { formatDay } from '../src/domain/wording/day.js';
import { formatSourceLine, type Source } from '../src/domain/wording/source-line.js';

const known: Source = {
  newspaper: '太原日报',
  issueDate: '2023-02-10',
  issueDateSource: 'file',
  page: '4',
  headline: '阳曲县确定七件民生实事',
};

describe('a source line', () => {
  const cases: [string, Partial<Source>, string][] = [
    [
      'names newspaper, date, page and headline',
      {},
      '《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》',
    ],
    [
      'marks an inferred date',
      { issueDateSource: 'inferred' },
      '《太原日报》2023年2月10日（推定）第4版《阳曲县确定七件民生实事》',
    ],
    [
      'says that the date is unknown',
      { issueDate: null, issueDateSource: 'none' },
      '《太原日报》日期不详第4版《阳曲县确定七件民生实事》',
    ],
    ['leaves an unknown page out', { page: null }, '《太原日报》2023年2月10日《阳曲县确定七件民生实事》'],
    [
      'drops leading zeros of a page',
      { page: '04' },
      '《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》',
    ],
    [
      'keeps a page with letters',
      { page: 'A03' },
      '《太原日报》2023年2月10日第A03版《阳曲县确定七件民生实事》',
    ],
    [
      'keeps a page that says 版',
      { page: '头版' },
      '《太原日报》2023年2月10日头版《阳曲县确定七件民生实事》',
    ],
    ['says that there is no headline', { headline: null }, '《太原日报》2023年2月10日第4版（无标题）'],
    [
      'turns title marks inside a headline into single ones',
      { headline: '我市公布《民生实事》清单' },
      '《太原日报》2023年2月10日第4版《我市公布〈民生实事〉清单》',
    ],
    [
      'does not double title marks around a whole headline',
      { headline: '《民生实事》' },
      '《太原日报》2023年2月10日第4版《民生实事》',
    ],
    [
      'stays one line with a headline of several',
      { headline: '上行\n下行' },
      '《太原日报》2023年2月10日第4版《上行 下行》',
    ],
    [
      'says all that is not known',
      { newspaper: null, issueDate: null, issueDateSource: 'none', page: null, headline: null },
      '报纸不详，日期不详（无标题）',
    ],
  ];
  test.each(cases)('%s', (_name, change, line) => {
    expect(formatSourceLine({ ...known, ...change })).toBe(line);
  });
});

test('a day is written as it is spoken', () => {
  expect(formatDay('2023-02-10')).toBe('2023年2月10日');
  expect(formatDay('2023年春')).toBe('2023年春');
});
