import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createGraph } from '../src/store/vectors/graph.js';
import { GraphVectors } from '../src/store/vectors/graph-vectors.js';
import { makeUnitVector } from './helpers/prepared-article.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const DIMENSION = 24;
/** In no order, as after an archive was mended. */
const CHUNK_IDS = [7, 3, 12, 900, 41, 40];

async function saveGraph(): Promise<string> {
  const path = join(makeTemporaryFolder(), 'vectors.hnsw');
  const graph = createGraph(DIMENSION);
  graph.reserve(CHUNK_IDS.length);
  for (const chunkId of CHUNK_IDS) graph.add(chunkId, makeUnitVector(chunkId, DIMENSION));
  await graph.save(path);
  return path;
}

it('the vectors of a graph’s file are those that were put in, also when another file has taken its name', async () => {
  const path = await saveGraph();
  const vectors = await GraphVectors.open(path, DIMENSION);
  writeFileSync(`${path}.other`, 'another graph');
  renameSync(`${path}.other`, path);
  for (const chunkId of CHUNK_IDS) {
    expect(Array.from(vectors.load(chunkId) ?? [])).toEqual(Array.from(makeUnitVector(chunkId, DIMENSION)));
  }
  for (const chunkId of [1, 8, 901]) expect(vectors.load(chunkId)).toBeNull();
  vectors.close();
});

it('a file that was cut off gives no vector in place of half a one', async () => {
  const path = await saveGraph();
  const vectors = await GraphVectors.open(path, DIMENSION);
  writeFileSync(path, '');
  for (const chunkId of CHUNK_IDS) expect(vectors.load(chunkId)).toBeNull();
  vectors.close();
});
