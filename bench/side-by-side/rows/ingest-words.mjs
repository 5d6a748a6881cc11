import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pickArticles, toLines } from '../corpus.mjs';
import { compare } from '../measure.mjs';
import { PROGRAM } from '../program.mjs';
import { runNode } from '../run-child.mjs';

const LOOP = join(import.meta.dirname, '../peers/bare-words-loop.mjs');

/** `baowen ingest` without vectors against a loop that only cuts words and puts them into FTS5; whole processes both. */
export async function measure({ corpus, scratch, sizes, rounds }) {
  const folder = join(scratch, 'ingest');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const articles = pickArticles({ ...corpus, questions: [] }, sizes.ingested);
  const input = join(folder, 'input.jsonl');
  writeFileSync(input, toLines(articles));
  const megabytes = statSync(input).size / 1e6;
  const contestants = {
    ours: (round) => [PROGRAM, 'ingest', input, '--data', join(folder, `data-${round}`)],
    peer: (round) => [LOOP, input, join(folder, `loop-${round}.sqlite`)],
  };
  const rates = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? ['peer', 'ours'] : ['ours', 'peer']) {
      const { seconds } = await runNode(contestants[name](round), { EMBEDDINGS: 'none' });
      rates[name].push(megabytes / seconds);
    }
  }
  rmSync(folder, { recursive: true });
  const line = {
    what: 'ingest without vectors',
    against: 'bare jieba + FTS5 loop',
    ...compare(rates.ours, rates.peer, 'MB/s'),
    bound: 0.7,
    isFloor: true,
    note: 'whole processes, start and end included',
  };
  return { data: `${articles.length} articles, ${megabytes.toFixed(1)} MB of JSON Lines`, lines: [line] };
}
