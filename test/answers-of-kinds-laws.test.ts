import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchiveOf } from './helpers/archive-of.js';

const SAMPLE = join(import.meta.dirname, '../sample/pages');
const QUESTIONS = [
  '石渡大桥报道了几次',
  '有多少篇关于民生实事的报道',
  '2023年报道过几次石渡大桥',
  '有哪些日期的报纸',
  '你们有哪些报纸',
  '最早一期是哪天',
  '石渡大桥的来龙去脉',
  '供暖最新进展',
  '青沙县今年民生实事比去年多了什么',
  '望河区和洲头区的民生实事有什么区别',
  '望河区去年和今年加装电梯哪年多',
  '石渡大桥通车了吗',
];

describe('answers from many articles or from the index', () => {
  it('cite every sentence, quote letter by letter and repeat what they quote', async () => {
    const { service, archive } = await openArchiveOf([SAMPLE]);
    for (const question of QUESTIONS) {
      const answer = await service.ask({ question, askedOn: '2024-11-25', filter: {}, history: [] });
      expect(answer, question).toMatchObject({ found: true, mode: 'extractive' });
      const bodies = new Map(
        (await archive.loadArticles(answer.citations.map(({ articleId }) => articleId))).map(
          ({ articleId, body }) => [articleId, body],
        ),
      );
      for (const { articleId, quote, start, end } of answer.citations) {
        expect(bodies.get(articleId)?.slice(start, end)).toBe(quote);
        expect(quote.trim().length).toBeGreaterThan(0);
      }
      const numbers = answer.citations.map(({ n }) => n);
      for (const { citations } of answer.sentences) {
        expect(citations.length).toBeGreaterThan(0);
        expect(citations.every((n) => numbers.includes(n))).toBe(true);
      }
    }
  });
});
