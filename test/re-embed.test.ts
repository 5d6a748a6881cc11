import { describe, expect, it } from 'vitest';
import { EmbeddingError } from '../src/domain/errors.js';
import type { Embedder } from '../src/domain/ports.js';
import { openArchive } from '../src/store/archive.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { silentLog } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const PAGE = { '澄州日报_2023-02-10_03版.txt': '城南小学启用\n\n本报讯 2月9日，城南小学启用新校舍。\n' };

function createFakeEmbedder(id: string, works = true): Embedder {
  const embed = () => {
    if (!works) throw new EmbeddingError('The endpoint is down.');
    return Float32Array.of(1, 0);
  };
  return {
    id,
    dimension: 2,
    embedQuery: async () => embed(),
    embedPassages: async (texts) => texts.map(embed),
    async close() {},
  };
}

async function vectorsOf(dataDir: string) {
  const archive = await openArchive({ dataDir, log: silentLog });
  const { vectors } = await archive.coverage();
  const model = await archive.embeddingModel();
  await archive.close();
  return { vectors, model: model?.id };
}

describe('ingest --re-embed', () => {
  it('puts the vectors of the model that is set now in place of the others', async () => {
    const dataDir = makeTemporaryFolder();
    await ingestInto(dataDir, { paths: [writeFiles(PAGE)] }, createFakeEmbedder('old'));
    await ingestInto(dataDir, { paths: [], reembed: true }, createFakeEmbedder('new'));
    expect(await vectorsOf(dataDir)).toEqual({ vectors: 1, model: 'new' });
  });

  it.each([
    ['there is no model', null],
    ['the model fails', createFakeEmbedder('new', false)],
  ])('keeps the vectors that are there where %s', async (_, embedder) => {
    const dataDir = makeTemporaryFolder();
    await ingestInto(dataDir, { paths: [writeFiles(PAGE)] }, createFakeEmbedder('old'));
    const report = await ingestInto(dataDir, { paths: [], reembed: true }, embedder);
    expect(report.notices).toHaveLength(1);
    expect(await vectorsOf(dataDir)).toEqual({ vectors: 1, model: 'old' });
  });
});
