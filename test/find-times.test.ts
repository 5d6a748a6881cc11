import { describe, expect, it } from 'vitest';
import { findTimes } from '../src/text/find-times.js';

const TODAY = '2023-02-10';

describe('findTimes', () => {
  it.each([
    ['今年的实事', '今年', '2023-01-01', '2023-12-31'],
    ['去年修了几条路', '去年', '2022-01-01', '2022-12-31'],
    ['前年', '前年', '2021-01-01', '2021-12-31'],
    ['明年', '明年', '2024-01-01', '2024-12-31'],
    ['昨天下雪了吗', '昨天', '2023-02-09', '2023-02-09'],
    ['今日要闻', '今日', '2023-02-10', '2023-02-10'],
    ['大前天', '大前天', '2023-02-07', '2023-02-07'],
    ['上个月', '上个月', '2023-01-01', '2023-01-31'],
    ['本月', '本月', '2023-02-01', '2023-02-28'],
    ['上周', '上周', '2023-01-30', '2023-02-05'],
    ['2019年', '2019年', '2019-01-01', '2019-12-31'],
    ['2020年2月', '2020年2月', '2020-02-01', '2020-02-29'],
    ['2023年2月8日', '2023年2月8日', '2023-02-08', '2023-02-08'],
    ['二〇二三年', '二〇二三年', '2023-01-01', '2023-12-31'],
    ['去年12月', '去年12月', '2022-12-01', '2022-12-31'],
    ['2023-02-08的报纸', '2023-02-08', '2023-02-08', '2023-02-08'],
  ])('resolves %s', (text, expression, from, to) => {
    expect(findTimes(text, TODAY)).toMatchObject([{ text: expression, from, to }]);
  });

  it('steps over the turn of the year', () => {
    expect(findTimes('上个月', '2023-01-31')).toMatchObject([{ from: '2022-12-01', to: '2022-12-31' }]);
    expect(findTimes('明天', '2023-12-31')).toMatchObject([{ from: '2024-01-01' }]);
  });

  it('tells what is counted from today from what is written out', () => {
    expect(findTimes('2022年和今年', TODAY).map(({ relative }) => relative)).toEqual([false, true]);
  });

  it.each(
    ['《2020规划》发布', '今年轻人', '拨打12345', '8.5公里', '2023年13月32日的', '三八妇女节'].map((text) => [
      text,
    ]),
  )('takes no day from %s', (text) => {
    expect(findTimes(text, TODAY).filter(({ from, to }) => from === to)).toEqual([]);
  });

  it('finds no time in the name of a work', () => {
    expect(findTimes('《2020年规划》', TODAY)).toEqual([]);
  });
});
