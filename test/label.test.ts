import { describe, expect, it } from 'vitest';
import { takeApart } from '../ingest/pages/take-apart.js';
import {
  findBracketedLabel,
  isLabel,
  isNoticeHeadline,
  isNumberedCrosshead,
  isOpinionLabel,
  isSubheadline,
} from '../ingest/pages/text/label.js';

describe('isLabel', () => {
  it.each([
    '【民生视窗】',
    '〖澄水论坛〗',
    '[街谈巷议]',
    '澄水论坛',
    '政务动态',
    '教育周刊·速递',
    '图片新闻',
    '编者按',
    '快讯',
    '乡村行·看振兴',
    '关注两会',
    '聚焦高质量发展',
  ])('knows a column by its form: %s', (text) => {
    expect(isLabel(text)).toBe(true);
  });

  it.each([
    '石渡大桥两座主墩封顶',
    '聚焦民生实事，办好七件大事',
    '关注留守儿童：一个支教老师的三年',
    '公告',
    '青沙县',
    '甲一',
    '本报讯 2月9日，石渡大桥封顶。',
    '',
  ])('takes for none: %s', (text) => {
    expect(isLabel(text)).toBe(false);
  });
});

describe('the other lines that are no headline', () => {
  it.each([
    ['【民生视窗】', '民生视窗'],
    ['［民生视窗］', null],
    ['[民生视窗]', '民生视窗'],
    ['【石】', null],
    ['民生视窗', null],
    ['【民生视窗】石渡大桥封顶', null],
  ])('takes the brackets from %s: %s', (text, label) => {
    expect(findBracketedLabel(text)).toBe(label);
  });

  it.each([
    ['——写在石渡大桥封顶之际', true],
    ['—写在石渡大桥封顶之际', true],
    ['--写在石渡大桥封顶之际', true],
    ['——编者', false],
    ['—编者', false],
    ['-- 编 者', false],
    ['写在石渡大桥封顶之际——', false],
  ])('tells whether %s is a second deck: %s', (text, expected) => {
    expect(isSubheadline(text)).toBe(expected);
  });

  it.each([
    ['公告', true],
    ['关于城北停水的通知', true],
    ['遗失声明', true],
    ['招租公告（第二次）', true],
    ['特此公告', false],
    ['公告发布之后', false],
    ['石渡大桥封顶', false],
  ])('tells whether %s heads a notice: %s', (text, expected) => {
    expect(isNoticeHeadline(text)).toBe(expected);
  });

  it.each([
    ['01', true],
    ['一、石渡大桥', true],
    ['（二）石渡大桥', true],
    ['第三章 石渡大桥', true],
    ['一座大桥', false],
    ['2023', false],
  ])('tells whether %s is a crosshead with its number: %s', (text, expected) => {
    expect(isNumberedCrosshead(text)).toBe(expected);
  });

  it.each([
    ['澄水论坛', true],
    ['今日时评', true],
    ['政务动态', false],
  ])('tells whether %s holds opinions: %s', (text, expected) => {
    expect(isOpinionLabel(text)).toBe(expected);
  });
});

describe('takeApart, of column labels', () => {
  const SCHOOL =
    '本报讯(记者 甲一) 2月9日，城南小学启用新校舍，操场铺上了塑胶跑道，一千二百名学生搬进新教室上课。';
  const ROADS = '本报讯(记者 乙二) 2月9日，青沙县三条农村公路通车，沿线十一个村的村民出行不再绕道。';

  it.each([
    ['above the headline', ['【民生视窗】', '城南小学搬进新校舍', SCHOOL]],
    ['behind the body', ['城南小学搬进新校舍', SCHOOL, '【民生视窗】']],
  ])('gives one that stands %s to its article', (_, lines) => {
    const { articles } = takeApart([...lines].join('\n\n'));
    expect(articles.map(({ article }) => [article.column, article.headline])).toEqual([
      ['民生视窗', '城南小学搬进新校舍'],
    ]);
  });

  it('gives one between two articles to the headline that follows', () => {
    const lines = ['城南小学搬进新校舍', SCHOOL, '乡村行·看振兴', '青沙县三条农村公路通车', ROADS];
    expect(takeApart(lines.join('\n\n')).articles.map(({ article }) => article.column)).toEqual([
      null,
      '乡村行·看振兴',
    ]);
  });
});
