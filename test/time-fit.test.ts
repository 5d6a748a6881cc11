import { describe, expect, it } from 'vitest';
import { understand } from '../src/query/understand.js';
import { findSpokenTimes, timeFit, weighTimeFit } from '../src/search/time-fit.js';
import { findTimes } from '../src/text/find-times.js';
import { prepareArticle } from './helpers/prepared-article.js';

const ask = (question: string, askedOn = '2024-02-12') =>
  understand({ question, askedOn, filter: {}, history: [] });
const articleOf = (issueDate: string | null, text: string) =>
  prepareArticle('标题', [text], { issueDate }).article;

describe('whether an article can be of the time that is asked for', () => {
  it.each([
    ['去年的民生实事', '2023-06-01', '今年办了十件实事。', 'fits'],
    ['去年的民生实事', '2024-01-20', '去年办了十件实事。', 'fits'],
    ['去年的民生实事', '2022-06-01', '今年办了十件实事。', 'differs'],
    ['2023年2月8日下雪了吗', '2023-02-09', '昨天下了大雪。', 'fits'],
    ['2023年2月8日下雪了吗', '2023-02-20', '2月8日下了大雪。', 'fits'],
    ['2023年2月8日下雪了吗', '2023-03-09', '昨天下了大雪。', 'differs'],
    ['2020年以前的规划', '2019-05-01', '规划公布。', 'fits'],
    ['2020年以前的规划', '2021-05-01', '规划公布。', 'differs'],
    ['2020年之后的规划', '2021-05-01', '规划公布。', 'fits'],
    ['2023年的规划', null, '2023年规划公布。', 'fits'],
    ['2023年的规划', null, '2019年规划公布。', 'differs'],
    ['2023年的规划', null, '规划公布。', 'unknown'],
  ] as const)('%s, printed %s: %s → %s', (question, issueDate, text, expected) => {
    const [time] = ask(question).times;
    expect(time).toBeDefined();
    const article = articleOf(issueDate, text);
    if (time) expect(timeFit(time, article, text, findSpokenTimes(article, text))).toBe(expected);
  });
});

describe('the two clocks', () => {
  const weigh = (question: string, issueDate: string, text: string) => {
    const spoken = findTimes(text, issueDate, { in: 'article' });
    return weighTimeFit(ask(question), articleOf(issueDate, text), text, spoken);
  };

  it('count the day that is spoken of for more where a happening is asked for', () => {
    const spoken = weigh('2023年2月8日下雪了吗', '2023-02-20', '2月8日下了大雪。');
    const printed = weigh('2023年2月8日下雪了吗', '2023-02-08', '2月6日下了大雪。');
    expect(spoken).toBeGreaterThan(printed);
    expect(printed).toBeGreaterThan(0);
  });

  it('count the day of print for more where the newspaper is asked about', () => {
    const spoken = weigh('2023年2月8日的报纸报道了什么', '2023-02-20', '2月8日下了大雪。');
    const printed = weigh('2023年2月8日的报纸报道了什么', '2023-02-08', '2月6日下了大雪。');
    expect(printed).toBeGreaterThan(spoken);
  });

  it('count nothing where neither fits, and nothing where no time is asked for', () => {
    expect(weigh('2023年2月8日下雪了吗', '2021-02-20', '昨天下了大雪。')).toBe(0);
    expect(weigh('下雪了吗', '2021-02-20', '昨天下了大雪。')).toBe(0);
  });
});

describe('which times may slide to another year', () => {
  it.each([
    ['今年的民生实事', true],
    ['2月8日下雪了吗', true],
    ['2023年的民生实事', false],
    ['2023年2月8日下雪了吗', false],
    ['去年的民生实事', false],
  ])('%s: %s', (question, slides) => {
    expect(ask(question).times.map((time) => time.slides)).toEqual([slides]);
  });
});
