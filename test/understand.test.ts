import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../src/query/complete-question.js';
import { findKind } from '../src/query/find-kind.js';
import { describeQuery, understand } from '../src/query/understand.js';

const TODAY = '2023-02-10';

describe('completeQuestion', () => {
  it.each([
    [['阳曲县今年民生实事有哪些'], '那晋源区呢?', '晋源区今年民生实事有哪些'],
    [['阳曲县今年民生实事有哪些'], '去年呢', '阳曲县去年民生实事有哪些'],
    [['离石区宫颈癌筛查完成多少人?'], '乳腺癌呢?', '离石区乳腺癌筛查完成多少人?'],
    [['阳曲县今年民生实事有哪些', '晋源区呢'], '去年呢', '晋源区去年民生实事有哪些'],
  ])('after %j, %s means %s', (history, question, complete) => {
    expect(completeQuestion(question, history, TODAY)).toBe(complete);
  });

  it.each(['汾阳市有多少所学校?', '杏花岭区要办的12件民生实事有哪些?'])('%s inherits nothing', (question) => {
    expect(completeQuestion(question, ['阳曲县今年民生实事有哪些'], TODAY)).toBe(question);
  });

  it('leaves a fragment as it is when nothing was asked before', () => {
    expect(completeQuestion('那晋源区呢?', [], TODAY)).toBe('那晋源区呢?');
  });
});

describe('findKind', () => {
  it.each([
    ['阳曲县今年民生实事有哪些', 'list'],
    ['要办的12件民生实事是什么', 'list'],
    ['总投资多少亿元', 'number'],
    ['几所学校', 'number'],
    ['主讲人是谁?', 'who'],
    ['由谁主持', 'who'],
    ['要在什么时候前完成?', 'when'],
    ['接访的时间是哪几天', 'when'],
    ['在哪里举行', 'where'],
    ['举办了什么活动?', 'what'],
  ])('%s asks for %s', (question, kind) => {
    expect(findKind(question)).toBe(kind);
  });
});

it('understands a question in traditional characters as the same one in simplified ones', () => {
  const question = { askedOn: '2023-02-12', filter: {}, history: [] };
  const typed = understand({ ...question, question: '陽曲今年要辦幾件民生實事' });
  expect(typed).toEqual(understand({ ...question, question: '阳曲今年要办几件民生实事' }));
  expect(typed.places.map(({ name }) => name)).toEqual(['阳曲县']);
});

describe('understand', () => {
  it('keeps what carries meaning and drops what only asks', () => {
    const query = understand({
      question: '请问阳曲县今年的民生实事有哪些？',
      askedOn: TODAY,
      filter: {},
      history: [],
    });
    expect(query.keywords).toEqual(expect.arrayContaining(['阳曲县', '民生']));
    expect(query.keywords).not.toEqual(expect.arrayContaining(['请问']));
    expect(query.terms.map(({ text }) => text)).not.toContain('哪些');
    expect(describeQuery(query)).toEqual({
      from: '2023-01-01',
      to: '2023-12-31',
      places: ['阳曲县'],
      reason: '今年 → 2023',
    });
  });
});
