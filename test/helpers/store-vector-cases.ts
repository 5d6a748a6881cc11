import { expect, it } from 'vitest';
import { EmbeddingMismatchError, StoreError } from '../../src/domain/errors.js';
import { makeUnitVector, prepareArticle, toTerms } from './prepared-article.js';
import { embedAll, findArticleIds, findChunks, MODEL, type OpenedStore, write } from './store-use.js';

export function describeVectors(open: () => Promise<OpenedStore>): void {
  async function openWithVectors() {
    const store = await open();
    await write(store.writer, 'a.txt', [prepareArticle('甲', ['春天。', '夏天。', '秋天。'])]);
    await embedAll(store.writer);
    return store;
  }

  it('lists what has no vector yet, with its headline', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('甲', ['春天。', '夏天。', '秋天。'])]);
    const [first, second, third] = await archive.loadChunksOfArticles(['id-甲']);
    expect(await writer.countUnembedded()).toBe(3);
    const vector = makeUnitVector(1, MODEL.dimension);
    await writer.addVectors(MODEL, [{ chunkId: second?.chunkId ?? 0, vector }]);
    expect(await writer.countUnembedded()).toBe(2);
    const expected = [first, third].map((chunk) => ({
      chunkId: chunk?.chunkId,
      headline: '甲',
      text: chunk?.text,
    }));
    expect(await writer.listUnembedded(0, 10)).toEqual(expected);
    expect(await writer.listUnembedded(0, 1)).toEqual(expected.slice(0, 1));
    expect(await writer.listUnembedded(first?.chunkId ?? 0, 10)).toEqual(expected.slice(1));
  });

  it('scores words and cosine in full, whichever half found the chunk', async () => {
    const { archive, writer } = await openWithVectors();
    await write(writer, 'b.txt', [prepareArticle('乙', ['春风。'])]);
    const chunks = await archive.loadChunksOfArticles(['id-甲']);
    const vector = makeUnitVector(chunks[2]?.chunkId ?? 0, MODEL.dimension);
    const found = await findChunks(archive, { terms: toTerms('春'), vector, filter: {}, limit: 3 });
    const byText = new Map(found.map(({ chunk, candidate }) => [chunk.text, candidate]));
    expect([...byText.keys()].sort()).toEqual(['夏天。', '春天。', '春风。', '秋天。'].sort());
    expect(byText.get('秋天。')).toMatchObject({ words: 0, chunkId: chunks[2]?.chunkId });
    expect(byText.get('秋天。')?.cosine).toBeCloseTo(1, 5);
    expect(byText.get('春天。')?.words).toBeGreaterThan(0);
    expect(byText.get('春天。')?.cosine).toBeLessThan(1);
    expect(byText.get('春风。')).toMatchObject({ cosine: null });
    expect(await archive.embeddingModel()).toEqual(MODEL);
    expect(await archive.coverage()).toMatchObject({ chunks: 4, vectors: 3 });
  });

  it('refuses another model, another dimension and vectors that are none, and stores nothing of them', async () => {
    const { archive, writer } = await openWithVectors();
    await write(writer, 'b.txt', [prepareArticle('乙', ['冬天。', '新年。'])]);
    const [good, bad] = (await writer.listUnembedded(0, 2)).map(({ chunkId }) => chunkId) as [number, number];
    const add = (model: typeof MODEL, vector: Float32Array) =>
      writer.addVectors(model, [
        { chunkId: good, vector: makeUnitVector(good, model.dimension) },
        { chunkId: bad, vector },
      ]);
    await expect(add({ id: 'other', dimension: 8 }, makeUnitVector(1, 8))).rejects.toThrow(
      EmbeddingMismatchError,
    );
    await expect(add({ ...MODEL, dimension: 4 }, makeUnitVector(1, 4))).rejects.toThrow(
      EmbeddingMismatchError,
    );
    await expect(add(MODEL, makeUnitVector(1, 4))).rejects.toThrow(EmbeddingMismatchError);
    await expect(add(MODEL, new Float32Array(8))).rejects.toThrow(StoreError);
    await expect(add(MODEL, new Float32Array(8).fill(Number.NaN))).rejects.toThrow(StoreError);
    await expect(add(MODEL, new Float32Array(8).fill(Infinity))).rejects.toThrow(StoreError);
    expect(await writer.countUnembedded()).toBe(2);
    const ask = (vector: Float32Array) => archive.findCandidates({ terms: [], vector, filter: {}, limit: 3 });
    await expect(ask(makeUnitVector(1, 4))).rejects.toThrow(EmbeddingMismatchError);
    await expect(ask(new Float32Array(8))).rejects.toThrow(StoreError);
  });

  it('gives vectors back as they came, in the order of the ids', async () => {
    const { archive, writer } = await openWithVectors();
    await write(writer, 'b.txt', [prepareArticle('乙', ['冬天。'])]);
    const [first, second] = await archive.loadChunksOfArticles(['id-甲']);
    const [bare] = await archive.loadChunksOfArticles(['id-乙']);
    const ids = [second, bare, first].map((chunk) => chunk?.chunkId ?? 0);
    const expected = ids.map((id, i) => (i === 1 ? null : makeUnitVector(id, MODEL.dimension)));
    expect(await archive.loadVectors([...ids, 999])).toEqual([...expected, null]);
    await writer.dropVectors();
    expect(await archive.loadVectors(ids)).toEqual([null, null, null]);
  });

  it('forgets all vectors for another model, and finds nothing of the old ones', async () => {
    const { archive, writer } = await openWithVectors();
    await writer.saveVectorIndex();
    const other = { id: 'other', dimension: 4 };
    await writer.dropVectors();
    expect(await archive.embeddingModel()).toBeNull();
    expect(await writer.countUnembedded()).toBe(3);
    const vector = makeUnitVector(5, 4);
    expect(await archive.findCandidates({ terms: [], vector, filter: {}, limit: 3 })).toEqual([]);
    const [first] = await archive.loadChunksOfArticles(['id-甲']);
    await writer.addVectors(other, [{ chunkId: first?.chunkId ?? 0, vector }]);
    const found = await archive.findCandidates({ terms: [], vector, filter: {}, limit: 3 });
    expect(found.map(({ chunkId }) => chunkId)).toEqual([first?.chunkId]);
  });

  it('never brings back a chunk that has gone', async () => {
    const { archive, writer } = await openWithVectors();
    await writer.saveVectorIndex();
    const [gone] = await archive.loadChunksOfArticles(['id-甲']);
    await write(writer, 'a.txt', [prepareArticle('乙', ['冬天。'])], 'changed');
    await embedAll(writer);
    const vector = makeUnitVector(gone?.chunkId ?? 0, MODEL.dimension);
    expect(await findArticleIds(archive, { terms: [], vector, filter: {}, limit: 5 })).toEqual(['id-乙']);
  });
}
