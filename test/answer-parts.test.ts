import { describe, expect, it } from 'vitest';
import { emptyArticle } from '../ingest/raw-article.js';
import { checkClaim } from '../src/answer/check-claim.js';
import { compose } from '../src/answer/compose.js';
import { findEnumerations } from '../src/answer/find-enumeration.js';
import type { DraftSentence } from '../src/answer/parse-draft.js';
import type { Article } from '../src/domain/article.js';

const body = '会议由县长甲子明主持。县里今年投资1.5亿元，修通12条公路。学校9月开学。';
const article: Article = {
  ...emptyArticle,
  articleId: 'a',
  sourceFile: 'a.txt',
  newspaper: '澄州日报',
  issueDate: '2023-02-10',
  headline: '青沙县修路',
  body,
};
const passage = { article, start: 0, end: body.length };
const check = (text: string, ...quotes: string[]) =>
  claimOf({ text, quotes: quotes.map((quote) => ({ passage: 1, quote })) });
function claimOf(draft: DraftSentence) {
  const checked = checkClaim(draft, [passage], '2023-02-12');
  return 'claim' in checked ? checked.claim : null;
}

describe('checkClaim', () => {
  it('takes a sentence whose quote stands in the passage, and keeps the article’s own text', () => {
    const claim = check('青沙县今年投资1.5亿元修路。', '县里今年投资１.５亿元,修通12条公路');
    const [quote] = claim?.quotes ?? [];
    expect(body.slice(quote?.start, quote?.end)).toBe('县里今年投资1.5亿元，修通12条公路。');
  });

  it('meets Chinese and Arabic numerals, and takes the issue date from the article', () => {
    expect(check('2023年修通十二条公路。', '修通12条公路')).not.toBeNull();
    expect(check('投资1.5亿元，即15000万元。', '投资1.5亿元')).not.toBeNull();
  });

  it.each([
    ['a quote that is not there', '修通12条公路。', '修通十三条公路'],
    ['a number that the quote does not hold', '修通13条公路。', '修通12条公路'],
    ['a year that nothing says', '2019年修通12条公路。', '修通12条公路'],
    ['a person that the quote does not name', '张伟主持了会议。', '县里今年投资1.5亿元'],
    ['a place that the quote does not name', '太原市修通12条公路。', '修通12条公路'],
  ])('drops a sentence with %s', (_, text, quote) => {
    expect(check(text, quote)).toBeNull();
  });

  it('drops a sentence without a quote, with an unknown passage, or with one quote of two missing', () => {
    expect(check('学校9月开学。')).toBeNull();
    expect(claimOf({ text: '学校9月开学。', quotes: [{ passage: 2, quote: '学校9月开学' }] })).toBeNull();
    expect(check('学校9月开学。', '学校9月开学', '没有这一句')).toBeNull();
  });
});

describe('compose', () => {
  const claim = (start: number, end: number, of = article) => ({
    text: of.body.slice(start, end),
    quotes: [{ article: of, start, end }],
  });
  const long: Article = { ...article, articleId: 'b', body: `${body}${'。'.repeat(100)}${body}` };

  it('numbers citations in the order of use and gives each its quote', () => {
    const { answer, citations } = compose([claim(0, 11), claim(0, 11, long), claim(140, 150, long)]);
    expect(citations.map(({ n, articleId, start }) => [n, articleId, start])).toEqual([
      [1, 'a', 0],
      [2, 'b', 0],
      [3, 'b', 140],
    ]);
    for (const { articleId, quote, start, end } of citations) {
      expect((articleId === 'a' ? body : long.body).slice(start, end)).toBe(quote);
    }
    expect(answer.split('\n')[0]).toBe('会议由县长甲子明主持。 [1]');
  });

  it('cites neighbouring sentences of an article as one stretch', () => {
    const { sentences, citations } = compose([claim(0, 11), claim(11, 30)]);
    expect(sentences.map((sentence) => sentence.citations)).toEqual([[1], [1]]);
    expect(citations).toHaveLength(1);
    expect(citations[0]?.quote).toBe(body.slice(0, 30));
  });

  it('never changes a number that was shown when more sentences follow', () => {
    const claims = [claim(140, 150, long), claim(0, 11, long), claim(20, 60, long), claim(100, 139, long)];
    for (let count = 1; count <= claims.length; count++) {
      const shown = compose(claims.slice(0, count)).sentences;
      expect(compose(claims).sentences.slice(0, count)).toEqual(shown);
    }
  });
});

describe('findEnumerations', () => {
  const items = (text: string) =>
    findEnumerations(text).map((run) => run.items.map(({ start, end }) => text.slice(start, end)));

  it.each([
    ['具体包括：一是修路，二是建桥，三是办学。会议结束。', [['一是修路，', '二是建桥，', '三是办学。']]],
    ['第一是修路；\n第二是建桥；\n第三是办学。\n完', [['第一是修路；', '第二是建桥；', '第三是办学。']]],
    ['1.时间：2月6日。\n2.地点：各单位。', [['1.时间：2月6日。', '2.地点：各单位。']]],
    ['（一）修路。（二）建桥。', [['（一）修路。', '（二）建桥。']]],
    ['九是修路；十是建桥；十一是办学。', [['九是修路；', '十是建桥；', '十一是办学。']]],
  ])('finds the items of %j', (text, expected) => {
    expect(items(text)).toEqual(expected);
  });

  it.each(['投资1.5亿元，比2.3亿元少。', '唯一是他。', '一是修路。'])('finds none in %s', (text) => {
    expect(findEnumerations(text)).toEqual([]);
  });

  it('keeps a list together from which items are missing, without what is left of the lost ones', () => {
    expect(items('一是修路；二是建桥。\n养老金标准最高；五是办学；六是植树。')).toEqual([
      ['一是修路；', '二是建桥。', '五是办学；', '六是植树。'],
    ]);
  });

  it('keeps two lists of one text apart', () => {
    expect(items('一是甲，二是乙。另外，一是丙，二是丁。')).toHaveLength(2);
  });
});
