import { describe, expect, it } from 'vitest';
import { makePlain } from '../src/answer/make-plain.js';
import { prepareArticle } from './helpers/prepared-article.js';

function plain(body: string, part: string, issueDate: string | null, asksTime = true): string {
  const { article } = prepareArticle('大桥', [body], { issueDate });
  const start = body.indexOf(part);
  return makePlain(article, { start, end: start + part.length }, asksTime);
}

describe('what printed words leave to be understood', () => {
  it.each([
    ['the year of a day', '大桥将于3月18日开工。', '2023-02-10', '大桥将于〔2023年〕3月18日开工。'],
    ['the day of 昨日', '昨日大桥通车。', '2024-11-20', '昨日〔2024年11月19日〕大桥通车。'],
    [
      'one year for days that go on',
      '接访时间：2月7日、2月14日。',
      '2023-02-10',
      '接访时间：〔2023年〕2月7日、2月14日。',
    ],
    ['one year for months that go on', '4月至7月封路。', '2023-08-10', '〔2023年〕4月至7月封路。'],
    [
      'no earlier year behind a day that is announced',
      '将于3月18日签约，最快3月底开工。',
      '2023-02-10',
      '将于〔2023年〕3月18日签约，最快3月底开工。',
    ],
  ])('is %s', (_, text, issueDate, expected) => {
    expect(plain(text, text, issueDate)).toBe(expected);
  });

  it('is shown without a last mark that led on to more', () => {
    expect(plain('大桥向行人开放，车辆仍须绕行。', '大桥向行人开放，', '2023-02-10')).toBe('大桥向行人开放');
  });

  it('is the only year of an undated article', () => {
    expect(plain('2023年开工。大桥11月18日通车。', '大桥11月18日通车。', null)).toBe(
      '大桥〔2023年〕11月18日通车。',
    );
    expect(plain('2022年立项，2023年开工。大桥11月18日通车。', '大桥11月18日通车。', null)).toBe(
      '大桥11月18日通车。',
    );
  });

  it('is the name of 该县', () => {
    const body = '阳曲县召开会议。该县将办好七件实事。';
    expect(plain(body, '该县将办好七件实事。', '2023-02-10', false)).toBe('该县〔阳曲县〕将办好七件实事。');
  });

  it('is nothing where the words say it, or no time is asked for', () => {
    expect(plain('2023年3月18日开工。', '2023年3月18日开工。', '2023-02-10')).toBe('2023年3月18日开工。');
    expect(plain('3月18日开工。', '3月18日开工。', '2023-02-10', false)).toBe('3月18日开工。');
  });
});
