import { describe, expect, it } from 'vitest';
import { parseCoverageQuestion } from '../src/query/coverage-question.js';

const parse = (text: string) => parseCoverageQuestion(text, ['澄州日报', '汀阳晚报'], '2024-11-25');

describe('a question for what the archive holds', () => {
  it.each([
    ['有哪些日期的报纸', 'issues', null],
    ['有没有2023年2月的报纸', 'issues', null],
    ['有2019年的报纸吗', 'issues', null],
    ['2024年2月有哪些报纸', 'issues', null],
    ['澄州日报有哪几期', 'issues', '澄州日报'],
    ['太原日报有哪几期', 'issues', '太原日报'],
    ['有没有太原日报', 'issues', '太原日报'],
    ['澄州日报2024年2月6日有几个版', 'issues', '澄州日报'],
    ['你们有哪些报纸', 'newspapers', null],
    ['收录了哪些报纸？', 'newspapers', null],
    ['档案从哪天到哪天', 'newspapers', null],
    ['你们的档案时间范围是什么', 'newspapers', null],
    ['你们收录到哪一天', 'newspapers', null],
    ['档案覆盖哪些年份', 'newspapers', null],
    ['有多少篇稿件', 'newspapers', null],
    ['档案里一共有多少篇文章', 'newspapers', null],
    ['最早一期是哪天', 'first', null],
    ['最新一期是哪天', 'last', null],
    ['最新的报纸是哪天的', 'last', null],
    ['汀阳晚报最早一期是哪天', 'first', '汀阳晚报'],
  ])('%s → %s', (text, asks, newspaper) => {
    expect(parse(text)).toEqual({ asks, newspaper });
  });

  it.each([
    ['articles', '今天有什么新闻'],
    ['a newspaper’s articles', '澄州日报有什么新闻'],
    ['what stands in it', '今天的报纸有什么内容'],
    ['history', '中国最早的报纸是什么'],
    ['the newspaper itself', '澄州日报创刊于哪一年'],
    ['the publisher', '日报社有多少员工'],
    ['a thing with a period', '第二期工程什么时候开工'],
    ['files of persons', '居民健康档案有多少份'],
    ['a collection', '博物馆收藏了多少件文物'],
  ])('is not one for %s: %s', (_, text) => {
    expect(parse(text)).toBeNull();
  });
});
