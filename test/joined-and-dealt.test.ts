import { describe, expect, it } from 'vitest';
import type { Hit } from '../src/domain/answer.js';
import type { Query } from '../src/domain/query.js';
import { understand } from '../src/query/understand.js';
import { joinNeighbours } from '../src/search/join-neighbours.js';
import { searchFacets } from '../src/search/search-facets.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { UNRANKED } from './helpers/unranked.js';

const SENTENCES = ['一是修路。', '二是架桥。', '三是通水。', '四是通电。'];

/** The hit of the sentences `from` to `to` of an article. */
function hitOf(headline: string, from: number, to = from, score = 0.5): Hit {
  const { article } = prepareArticle(headline, SENTENCES);
  const start = article.body.indexOf(SENTENCES[from] ?? '');
  const end = article.body.indexOf(SENTENCES[to] ?? '') + (SENTENCES[to]?.length ?? 0);
  const text = article.body.slice(start, end);
  return { ...UNRANKED, rank: 0, score, chunkId: from, article, text, start, end };
}

const textsOf = (hits: readonly Hit[]) => hits.map(({ article, text }) => `${article.headline}:${text}`);

describe('neighbouring passages of one article', () => {
  it('become one, at the place of the better, as they stand in the body', () => {
    const joined = joinNeighbours([hitOf('甲', 1, 1, 0.9), hitOf('乙', 0, 0, 0.8), hitOf('甲', 0, 0, 0.7)]);
    expect(joined.map(({ score }) => score)).toEqual([0.9, 0.8]);
    const [first] = joined;
    expect(first?.text.replace(/\s/g, '')).toBe('一是修路。二是架桥。');
    expect(first?.article.body.slice(first.start, first.end)).toBe(first?.text);
  });

  it('stay apart where something stands between them', () => {
    expect(textsOf(joinNeighbours([hitOf('甲', 0), hitOf('甲', 2)]))).toHaveLength(2);
  });

  it('stay apart in different articles', () => {
    expect(textsOf(joinNeighbours([hitOf('甲', 0), hitOf('乙', 1)]))).toHaveLength(2);
  });
});

describe('a question that asks for several things', () => {
  const question = { askedOn: '2024-02-12', filter: {}, history: [] };
  const [whole, one, two] = ['甲和乙', '甲', '乙'].map((text) => understand({ ...question, question: text }));
  const found = new Map<string, Hit[]>([
    ['甲和乙', [hitOf('甲', 0), hitOf('甲', 2), hitOf('甲', 3)]],
    ['甲', [hitOf('甲', 0), hitOf('甲', 2)]],
    ['乙', [hitOf('乙', 0)]],
  ]);
  const search = async ({ text }: Query) => ({ hits: found.get(text) ?? [], notes: ['同一句话'] });

  it('brings each of them among the first, none twice, and says a note once', async () => {
    const { hits, notes } = await searchFacets(search, whole as Query, [one as Query, two as Query], 3);
    expect(hits.map(({ article, rank }) => `${rank}${article.headline}`)).toEqual(['1甲', '2乙', '3甲']);
    expect(new Set(textsOf(hits)).size).toBe(3);
    expect(notes).toEqual(['同一句话']);
  });

  it('is not searched apart where it asks for one thing', async () => {
    const { hits } = await searchFacets(search, whole as Query, [whole as Query], 10);
    expect(textsOf(hits)).toEqual(textsOf(found.get('甲和乙') ?? []));
  });
});
