import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutNumbers } from '../src/text/number-terms.js';
import { findNumbers, findNumbersAt, parseChineseNumber } from '../src/text/numbers.js';

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
    ['两百零五', 205],
    ['一万七千', 17_000],
    ['三万五', 35_000],
    ['三百五', 350],
    ['十万零五百', 100_500],
    ['三万亿', 3e12],
  ])('reads %s as %d', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });

  it('reads no number where there is none', () => {
    expect(parseChineseNumber('县')).toBeNull();
    expect(parseChineseNumber('万')).toBeNull();
    expect(parseChineseNumber('三四百')).toBeNull();
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
    ['增长百分之五点三', [5.3]],
    ['增长5.3%', [5.3]],
    ['千分之五', [0.5]],
    ['占三成，过九成以上', [30, 90]],
    ['１，２００户，７．５公里', [1200, 7.5]],
    ['一点五万亩', [15_000]],
    ['1.1万人', [11_000]],
    ['1.2亿元，3亿5000万元', [120_000_000, 350_000_000]],
    ['3000余人，300余万元', [3000, 3_000_000]],
    ['5-10%，十五至二十天', [5, 10, 15, 20]],
    ['十几人、几十人、数百人、三四百人、三四个', []],
    ['下午三点五十分', [3, 50]],
    ['2023.2.10', [2023, 2, 10]],
    ['2,3号', [2, 3]],
    ['500千瓦，10万千瓦', [500, 100_000]],
    ['8千米，三千米', [8, 3000]],
    ['人数五百', [500]],
    ['三分之一', [3, 1]],
    ['上调5个百分点', [5]],
    ['一些、一定、统一、万一、千万别、百姓、百度、十分、半数', []],
  ])('finds the values in %s', (text, values) => {
    expect(findNumbers(text)).toEqual(values);
  });

  it('meets Chinese and Arabic numerals at the same value', () => {
    expect(findNumbers('七件')).toEqual(findNumbers('7件'));
    expect(findNumbers('1.7万')).toEqual(findNumbers('17000'));
  });
});

describe('findNumbersAt', () => {
  it('says where each number stands', () => {
    const text = '增长百分之五,办好七件实事,投资1.7万元';
    const words = findNumbersAt(text).map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(['百分之五', '七', '1.7万']);
  });
});

describe('cutNumbers', () => {
  it.each([
    ['七件实事', ['7']],
    ['第七届', ['7']],
    ['十余人', ['10']],
    ['一万七千人', ['17000']],
    ['1.7万人', ['17000']],
    ['百分之五', ['5%']],
    ['三成', ['30%']],
    ['一季度', ['1']],
    ['二十大', ['20']],
    ['二〇二三年二月八日', ['2023', '2', '8']],
    ['2月08日', ['8']],
    ['3.50元', ['3.5']],
  ])('gives %s the terms %j', (text, terms) => {
    expect(cutNumbers(text)).toEqual(terms);
  });

  it.each([
    '7件 2023年 5% 7.5公里 0351-123',
    '一些 一定 万一 千万别 百姓 三农 十分 四川 五一 九江 一带一路 七一 九三学社 万达 六安 百度 双百 一起',
    '第一时间 统一 万科 两会 三亚 一个 一次 十四五 十几 三四百 三四个 第三方 四季',
    'g7 a1.50',
  ])('leaves %s to the words', (text) => {
    expect(cutNumbers(text)).toEqual([]);
  });

  it('reads every whole number alike, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99_999_999 }), (value) => {
        expect([writeChinese(value), findNumbers(writeChinese(value))]).toEqual([
          writeChinese(value),
          [value],
        ]);
        expect(cutNumbers(`${writeChinese(value)}人`)).toEqual([String(value)]);
        expect(cutNumbers(`${value}人`)).toEqual([]);
        expect(findNumbers(value.toLocaleString('en-US'))).toEqual([value]);
      }),
    );
  });
});

/** 17005 → 一万七千零五 */
function writeChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const joint = rest && rest < 1000 ? '零' : '';
    return `${writeChinese(Math.floor(value / 10_000))}万${joint}${rest ? writeChinese(rest) : ''}`;
  }
  return [...String(value)]
    .map((digit, i, digits) => {
      const unit = ['', '十', '百', '千'][digits.length - 1 - i] ?? '';
      return digit === '0' ? '零' : '零一二三四五六七八九'[Number(digit)] + unit;
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
    .replace(/^一十/, '十');
}
