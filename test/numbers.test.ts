import { describe, expect, it } from 'vitest';
import { findNumbers, parseChineseNumber } from '../src/text/numbers.js';

describe('parseChineseNumber', () => {
  it.each([
    ['七', 7],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['三万', 30_000],
    ['一亿二千万', 120_000_000],
    ['二〇二三', 2023],
  ])('reads %s as %d', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });

  it('reads no number where there is none', () => {
    expect(parseChineseNumber('县')).toBeNull();
    expect(parseChineseNumber('万')).toBeNull();
  });
});

describe('findNumbers', () => {
  it.each([
    ['出动1.7万余人次', [17_000]],
    ['办好十二件实事', [12]],
    ['总投资1,200万元', [12_000_000]],
    ['总投资２０亿元', [2_000_000_000]],
    ['新建5个小游园、5块绿地', [5, 5]],
    ['没有数字', []],
  ])('finds the values in %s', (text, values) => {
    expect(findNumbers(text)).toEqual(values);
  });

  it('meets Chinese and Arabic numerals at the same value', () => {
    expect(findNumbers('七件')).toEqual(findNumbers('7件'));
    expect(findNumbers('1.7万')).toEqual(findNumbers('17000'));
  });
});
