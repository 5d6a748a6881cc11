import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Archive, ArchiveWriter } from '../../src/domain/ports.js';
import type { Filter } from '../../src/domain/query.js';
import { openArchive } from '../../src/store/archive.js';
import { openArchiveWriter } from '../../src/store/writer.js';
import { makeUnitVector, prepareArticle } from './prepared-article.js';
import { createRecordingLog } from './recording-log.js';
import { makeTemporaryFolder } from './temporary-folder.js';

export const DIMENSION = 16;
export const MODEL = { id: 'test-model', dimension: DIMENSION };
export const LIMIT = 10;

/** Articles of ten chunks each, every chunk with the vector that its id gives. */
export async function addArticles(
  writer: ArchiveWriter,
  name: string,
  count: number,
  model = MODEL,
): Promise<void> {
  const articles = Array.from({ length: count }, (_, i) =>
    prepareArticle(`${name}${i}`, Array<string>(10).fill('句。'), { issueDate: `2023-01-${10 + (i % 20)}` }),
  );
  await writer.writeFile({ path: name, fingerprint: name }, articles);
  await writer.flush();
  const chunks = await writer.listUnembedded(0, 10_000);
  const rows = chunks.map(({ chunkId }) => ({ chunkId, vector: makeUnitVector(chunkId, model.dimension) }));
  await writer.addVectors(model, rows);
}

export const graphOf = (dataDir: string) => join(dataDir, 'vectors.hnsw');
export const manifestOf = (dataDir: string) => join(dataDir, 'vectors.json');
export const readManifest = (dataDir: string) =>
  JSON.parse(readFileSync(manifestOf(dataDir), 'utf8')) as {
    count: number;
    lastSequence: number;
    sha256: string;
  };

export async function openStore(dataDir = makeTemporaryFolder()) {
  const log = createRecordingLog();
  const writer = await openArchiveWriter({ dataDir, log });
  const archive = await openArchive({ dataDir, log });
  onTestFinished(async () => {
    await archive.close();
    await writer.close();
  });
  return { dataDir, log, writer, archive };
}

export async function find(archive: Archive, vector: Float32Array, filter: Filter = {}): Promise<number[]> {
  const candidates = await archive.findCandidates({ terms: [], vector, filter, limit: LIMIT });
  return candidates.map(({ chunkId }) => chunkId);
}

/** The nearest of all chunks that the archive holds, compared one by one. */
export async function findByComparing(
  archive: Archive,
  vector: Float32Array,
  filter: Filter = {},
): Promise<number[]> {
  const scored: { chunkId: number; cosine: number }[] = [];
  for await (const { articleId } of archive.listArticles(filter)) {
    for (const { chunkId } of await archive.loadChunksOfArticles([articleId])) {
      const other = makeUnitVector(chunkId, DIMENSION);
      scored.push({ chunkId, cosine: vector.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0) });
    }
  }
  scored.sort((a, b) => b.cosine - a.cosine);
  return scored.slice(0, LIMIT).map(({ chunkId }) => chunkId);
}

export async function expectExactHits(archive: Archive, filter: Filter = {}): Promise<void> {
  for (let seed = 9001; seed < 9006; seed++) {
    const vector = makeUnitVector(seed, DIMENSION);
    expect(await find(archive, vector, filter)).toEqual(await findByComparing(archive, vector, filter));
  }
}
