import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../src/store/check-archive.js';
import { makeUnitVector, prepareArticle } from './helpers/prepared-article.js';
import {
  addArticles,
  DIMENSION,
  expectExactHits,
  find,
  MODEL,
  openStore,
  readManifest,
} from './helpers/vector-archive.js';

describe('the vector index', () => {
  it('finds what comparing one by one finds: without a file, with one, and with a tail behind it', async () => {
    const { archive, writer } = await openStore();
    await addArticles(writer, 'a', 40);
    await expectExactHits(archive);
    await writer.saveVectorIndex();
    await expectExactHits(archive);
    await addArticles(writer, 'b', 2);
    await writer.saveVectorIndex();
    await expectExactHits(archive);
    await expectExactHits(archive, { from: '2023-01-12', to: '2023-01-14' });
  });

  it('leaves the file alone for a small tail, extends it for a large one', async () => {
    const { dataDir, archive, writer } = await openStore();
    await addArticles(writer, 'a', 40);
    await writer.saveVectorIndex();
    const first = readManifest(dataDir);
    expect(first).toMatchObject({ count: 400 });
    await addArticles(writer, 'b', 2);
    await writer.saveVectorIndex();
    expect(readManifest(dataDir)).toEqual(first);
    await addArticles(writer, 'c', 2);
    const progress: number[][] = [];
    await writer.saveVectorIndex((done, total) => progress.push([done, total]));
    expect(readManifest(dataDir)).toMatchObject({ count: 440 });
    expect(progress.at(-1)).toEqual([40, 40]);
    await expectExactHits(archive);
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is built anew without the dead when many have gone, and finds none of them before that', async () => {
    const { dataDir, archive, writer } = await openStore();
    await addArticles(writer, 'a', 20);
    await addArticles(writer, 'b', 20);
    await writer.saveVectorIndex();
    await writer.removeFile('a');
    await expectExactHits(archive);
    await writer.saveVectorIndex();
    expect(readManifest(dataDir)).toMatchObject({ count: 200 });
    await expectExactHits(archive);
  });

  it('compares a chunk whose vector came late, after the file was written', async () => {
    const { archive, writer } = await openStore();
    await writer.writeFile({ path: 'late', fingerprint: '1' }, [prepareArticle('迟', ['句。'])]);
    await writer.flush();
    const [late] = await writer.listUnembedded(0, 1);
    const lateId = late?.chunkId ?? 0;
    await writer.writeFile({ path: 'a', fingerprint: '2' }, [prepareArticle('早', ['句。', '句。'])]);
    await writer.flush();
    const rows = (await writer.listUnembedded(lateId, 9)).map(({ chunkId }) => chunkId);
    await writer.addVectors(
      MODEL,
      rows.map((chunkId) => ({ chunkId, vector: makeUnitVector(chunkId, DIMENSION) })),
    );
    await writer.saveVectorIndex();
    await writer.addVectors(MODEL, [{ chunkId: lateId, vector: makeUnitVector(lateId, DIMENSION) }]);
    expect((await find(archive, makeUnitVector(lateId, DIMENSION)))[0]).toBe(lateId);
  });

  it('is called broken by the check where another model is set than the one that made the vectors', async () => {
    const { dataDir, writer } = await openStore();
    await addArticles(writer, 'a', 1);
    const stateWith = async (modelId: string | null) =>
      (await checkArchive({ dataDir, modelId })).find(({ name }) => name === '向量')?.state;
    expect(await stateWith('another-model')).toBe('broken');
    expect(await stateWith(MODEL.id)).toBe('ok');
    expect(await stateWith(null)).toBe('ok');
  });

  it('writes no file for an archive without vectors', async () => {
    const { dataDir, writer } = await openStore();
    await writer.saveVectorIndex();
    expect(readdirSync(dataDir).filter((name) => name.startsWith('vectors'))).toEqual([]);
  });
});
