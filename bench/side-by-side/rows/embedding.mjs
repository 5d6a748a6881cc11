import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { pickArticles, toLines } from '../corpus.mjs';
import { compare } from '../measure.mjs';
import { findModelFiles, PROGRAM, splitAsOurs } from '../program.mjs';
import { runNode } from '../run-child.mjs';

const LOOP = join(import.meta.dirname, '../peers/bare-onnx-loop.mjs');
const CORES = availableParallelism();

/** `baowen ingest` with vectors against as many bare loops over the same passages as there are cores; whole processes both. */
export async function measure({ corpus, scratch, sizes, rounds }) {
  const folder = join(scratch, 'embedding');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = await findModelFiles(scratch);
  const articles = pickArticles({ ...corpus, questions: [] }, sizes.embedded);
  const passages = articles.flatMap(splitAsOurs);
  const input = join(folder, 'input.jsonl');
  writeFileSync(input, toLines(articles));
  writeFileSync(join(folder, 'passages.json'), JSON.stringify(passages));
  const contestants = {
    ours: (round) =>
      runNode([PROGRAM, 'ingest', input, '--data', join(folder, `data-${round}`)], {
        EMBEDDINGS: 'local',
        EMBEDDING_MODEL_DIR: dirname(files.model),
      }),
    peer: () =>
      Promise.all(
        Array.from({ length: CORES }, (_, first) =>
          runNode([
            LOOP,
            files.model,
            files.tokenizer,
            join(folder, 'passages.json'),
            String(first),
            String(CORES),
          ]),
        ),
      ),
  };
  const rates = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? ['peer', 'ours'] : ['ours', 'peer']) {
      const started = performance.now();
      await contestants[name](round);
      rates[name].push((1000 * passages.length) / (performance.now() - started));
    }
  }
  rmSync(folder, { recursive: true });
  const line = {
    what: 'ingest with vectors, all cores',
    against: `${CORES} bare onnxruntime-node loops`,
    ...compare(rates.ours, rates.peer, 'passages/s'),
    bound: 0.9,
    isFloor: true,
    note: 'ours with reading, words, writing and the vector index; whole processes both',
  };
  return { data: `${articles.length} articles, ${passages.length} passages`, lines: [line] };
}
