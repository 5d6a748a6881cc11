import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../src/domain/article.js';
import { findGold } from '../src/evaluate/find-gold.js';
import type { GoldQuestion } from '../src/evaluate/gold-question.js';
import { rankGold } from '../src/evaluate/rank-gold.js';
import { article } from './helpers/fake-surroundings.js';
import { goldQuestion } from './helpers/gold-question.js';

const archive: Article[] = [
  { ...article, articleId: 'a1', sourceId: '17', headline: '八件民生实事', body: '今年办八件。' },
  {
    ...article,
    articleId: 'a2',
    sourceId: '18',
    headline: '县人代会闭幕',
    body: '会议审议了 8 件\n民生实事。',
  },
  { ...article, articleId: 'a3', sourceFile: '/archive/澄州日报/2023-02-10/103版.txt', body: '天气。' },
];

async function* listArchive() {
  yield* archive;
}

async function find(given: Partial<GoldQuestion>) {
  const [gold] = await findGold([{ ...goldQuestion, cite: null, ...given }], listArchive());
  return gold && { wanted: gold.wanted, articles: [...gold.thingOf.keys()] };
}

describe('what a search should find', () => {
  test('is what gold names by article id, source id or file, the missing ones counted', async () => {
    expect(await find({ gold: ['18', 'a3', '99'], cite: '八件' })).toEqual({
      wanted: 3,
      articles: ['a2', 'a3'],
    });
    expect(await find({ gold: ['澄州日报/2023-02-10/103版.txt'] })).toEqual({ wanted: 1, articles: ['a3'] });
  });

  test('is otherwise every article that holds the cited words, however they are spaced', async () => {
    expect(await find({ cite: '八件民生实事', pages: ['103版.txt'] })).toEqual({
      wanted: 1,
      articles: ['a1'],
    });
    expect(await find({ cite: '８件民生 实事' })).toEqual({ wanted: 1, articles: ['a2'] });
    expect(await find({ cite: '没有的话' })).toEqual({ wanted: 1, articles: [] });
  });

  test('is otherwise the pages, each one thing however many articles stand on it', async () => {
    expect(await find({ pages: ['2023-02-10/03版.txt'] })).toEqual({ wanted: 1, articles: ['a1', 'a2'] });
  });

  test('is nothing for a question that the archive does not answer', async () => {
    expect(await find({ kind: 'none', gold: ['17'], cite: '八件', pages: ['03版.txt'] })).toBeNull();
    expect(await find({})).toBeNull();
  });
});

describe('the rank of what was found', () => {
  const hit = (articleId: string) => ({ article: { ...article, articleId } });
  const gold = { wanted: 2, thingOf: new Map([['right', 'right']]) };

  test('counts articles, not their chunks', () => {
    const hits = ['wrong', 'wrong', 'right', 'wrong'].map(hit);
    expect(rankGold(hits, gold)).toEqual({ rank: 2, recall5: 0.5 });
  });

  test('is none where nothing right was found, and beyond the fifth article nothing is recalled', () => {
    expect(rankGold([], gold)).toEqual({ rank: null, recall5: 0 });
    expect(rankGold(['1', '2', '3', '4', '5', 'right'].map(hit), gold)).toEqual({ rank: 6, recall5: 0 });
  });

  test('counts a page once, whichever of its articles come', () => {
    const ofPages = { wanted: 2, thingOf: new Map([...'abc'].map((id) => [id, 'page'])) };
    expect(rankGold([...'abc'].map(hit), ofPages)).toEqual({ rank: 1, recall5: 0.5 });
  });

  test('never falls when more is found, and never more is recalled than is wanted', () => {
    const ids = fc.array(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 20 });
    const wanted = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrs'), { minLength: 1 });
    fc.assert(
      fc.property(ids, ids, wanted, (first, later, right) => {
        const sought = { wanted: right.length, thingOf: new Map(right.map((id) => [id, id])) };
        const short = rankGold(first.map(hit), sought);
        const long = rankGold([...first, ...later].map(hit), sought);
        expect(short.recall5).toBeGreaterThanOrEqual(0);
        expect(long.recall5).toBeLessThanOrEqual(1);
        expect(long.recall5).toBeGreaterThanOrEqual(short.recall5);
        if (short.rank !== null) expect(long.rank).toBe(short.rank);
      }),
    );
  });
});
