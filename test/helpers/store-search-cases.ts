import { expect, it } from 'vitest';
import type { PreparedArticle } from '../../src/domain/ports.js';
import type { Filter } from '../../src/domain/query.js';
import { inverseFrequency, saturatedFrequency } from '../../src/store/words/bm25.js';
import { makeUnitVector, prepareArticle, toTerms } from './prepared-article.js';
import {
  embedAll,
  findArticleIds,
  findChunks,
  headlines,
  MODEL,
  type OpenedStore,
  search,
  write,
} from './store-use.js';

export function describeSearch(open: () => Promise<OpenedStore>): void {
  async function openWithIssues() {
    const store = await open();
    await write(store.writer, 'a.txt', [
      prepareArticle('阳曲', ['阳曲县民生实事。'], { newspaper: '太原日报', issueDate: '2023-01-05' }),
      prepareArticle('阳泉', ['阳泉市民生实事。'], { newspaper: '阳泉日报', issueDate: '2023-02-05' }),
      prepareArticle('无期', ['民生实事没有日期。'], { newspaper: null, issueDate: null }),
      prepareArticle('古交', ['民生实事。'], { issueDate: '2023-03-05', kicker: '阳曲县的做法' }),
    ]);
    return store;
  }

  it.each<[string, Filter, string[]]>([
    ['nothing', {}, ['古交', '无期', '阳曲', '阳泉']],
    ['a newspaper', { newspaper: '阳泉日报' }, ['阳泉']],
    ['part of a newspaper’s name', { newspaper: '阳泉' }, []],
    ['a first date', { from: '2023-02-05' }, ['古交', '阳泉']],
    ['a last date', { to: '2023-02-05' }, ['阳曲', '阳泉']],
    ['one day', { from: '2023-02-05', to: '2023-02-05' }, ['阳泉']],
    ['a range from later to earlier', { from: '2023-03-01', to: '2023-01-01' }, []],
    ['a place, in the body or above it', { place: '阳曲县' }, ['古交', '阳曲']],
    ['a place and a date', { place: '阳曲县', to: '2023-01-31' }, ['阳曲']],
    ['a place that is not there', { place: '阳高县' }, []],
  ])('filtered by %s, finds only what is inside', async (_name, filter, expected) => {
    const { archive, writer } = await openWithIssues();
    const ids = expected.map((name) => `id-${name}`);
    const request = { terms: toTerms('民生'), vector: null, filter, limit: 10 };
    expect(await findArticleIds(archive, request)).toEqual(ids);
    expect((await headlines(archive, filter)).sort()).toEqual(expected);
    await embedAll(writer);
    const vector = makeUnitVector(1, MODEL.dimension);
    expect(await findArticleIds(archive, { terms: [], vector, filter, limit: 10 })).toEqual(ids);
  });

  it('ranks by how much of the question stands in a chunk, and weighs terms', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('甲', ['桥梁通车。', '道路通车。', '桥梁施工。'])]);
    expect((await search(archive, '桥梁通车'))[0]).toBe('桥梁通车。');
    const terms = [
      { text: '施', weight: 1 },
      { text: '道', weight: 5 },
    ];
    const [best] = await findChunks(archive, { terms, vector: null, filter: {}, limit: 1 });
    expect(best?.chunk.text).toBe('道路通车。');
  });

  it('scores what is there by BM25, whatever was there before and is gone', async () => {
    const { archive, writer } = await open();
    const bridges = Array.from({ length: 20 }, (_, i) => prepareArticle(`桥${i}`, ['桥梁施工。桥梁。']));
    const roads = prepareArticle('甲', ['桥梁通车。', '道路通车，桥梁占5%。', '桥桥桥。']);
    await write(writer, 'b.txt', bridges);
    await write(writer, 'a.txt', [roads]);
    await write(writer, 'b.txt', bridges.slice(10), 'changed');
    await writer.removeFile('b.txt');
    await writer.flush();
    const request = { terms: toTerms('桥通%'), vector: null, filter: {}, limit: 10 };
    const found = await findChunks(archive, request);
    const scores = found.map(({ chunk, candidate }) => [chunk.text, candidate.words.toFixed(4)]);
    expect(Object.fromEntries(scores)).toEqual(scoreByHand(roads, '桥通%'));
  });

  it('finds nothing for no terms, for unknown terms and in an empty archive', async () => {
    const { archive, writer } = await open();
    expect(await search(archive, '桥')).toEqual([]);
    await write(writer, 'a.txt', [prepareArticle('甲', ['桥梁。'])]);
    expect(await search(archive, '')).toEqual([]);
    expect(await search(archive, '船')).toEqual([]);
    expect(await archive.termFrequencies(['桥', '船'])).toEqual({ counts: [1, 0], chunks: 1 });
  });

  it('survives half a character, quotes and SQL among the terms', async () => {
    const { archive, writer } = await open();
    const terms = ['\ud842', '\ufffd', "'; DROP TABLE chunk; --", 'a\u0000b'];
    const article = prepareArticle('甲', ['句。']);
    await write(writer, 'a.txt', [
      { ...article, chunks: [{ start: 0, end: 2, terms, times: [], places: [] }] },
    ]);
    expect(await archive.termFrequencies(terms)).toEqual({ counts: [1, 1, 1, 1], chunks: 1 });
  });
}

/** Of each chunk of the only article. */
function scoreByHand({ article, chunks }: PreparedArticle, characters: string) {
  const terms = chunks.map((chunk) => chunk.terms as string[]);
  const averageLength = terms.flat().length / chunks.length;
  const scores = chunks.map(({ start, end }, i) => {
    const own = terms[i] as string[];
    const parts = Array.from(characters, (character) => {
      const holding = terms.filter((others) => others.includes(character)).length;
      const frequency = own.filter((term) => term === character).length;
      return (
        inverseFrequency(chunks.length, holding) * saturatedFrequency(frequency, own.length, averageLength)
      );
    });
    return [article.body.slice(start, end), parts.reduce((sum, part) => sum + part, 0).toFixed(4)];
  });
  return Object.fromEntries(scores);
}
