// Whether an archive on three Weaviate nodes loses, doubles or mixes up anything when nodes or ingests are killed.
//   node bench/weaviate-trials.mjs [SCRATCH] [--trials nodes,questions,replace,process,two] [--rounds 3] [--first 1]
//     [--seed 1] [--articles 1000] [--questions 500] [--both 5000] [--data FILE.jsonl.gz] [--embeddings none]
//     [--program dist/bin/baowen.js]
// The built program (npm run build) works against three nodes of the development server with three copies of everything.
// nodes: a node is killed with kill -9 in the middle of an ingest and started again; the one that is asked first, then the
// others. questions: a node is killed while questions are asked; then pages are replaced while it is away, and the questions
// are asked again while it comes back. replace: pages are replaced again and again while readers look, with a node killed
// in between. process: the ingest itself is killed and run again. two: two ingests take in the same articles at once.
// All is counted by id, on each node by itself. Answers that differ are told and are no failure: nodes break ties
// differently. Articles are invented, or those of --data. SCRATCH (the system's temporary folder) holds the nodes' data
// meanwhile. Exit code 1 where a command or an answer failed or anything does not agree.
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createDraw } from './draw.mjs';
import { startThree } from './weaviate/cluster.mjs';
import { loadArticles } from './weaviate/corpus.mjs';
import { createProgram } from './weaviate/program.mjs';
import { formatRows } from './weaviate/report.mjs';
import { TRIALS } from './weaviate/trials.mjs';

const text = (value) => ({ type: 'string', default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ trials: text(Object.keys(TRIALS).join()), rounds: text('3'), first: text('1') },
    ...{
      seed: text('1'),
      articles: text('1000'),
      questions: text('500'),
      both: text('5000'),
      data: { type: 'string' },
    },
    ...{ embeddings: text('none'), program: text(join(import.meta.dirname, '../dist/bin/baowen.js')) },
  },
});
// Of this run alone: what guards the nodes of the one before removes their folder a little later.
const scratch = join(resolve(positionals[0] ?? tmpdir()), `baowen-weaviate-trials-${process.pid}`);
rmSync(scratch, { recursive: true, force: true });
mkdirSync(scratch, { recursive: true });
const cluster = await startThree(join(scratch, 'nodes'));
const all = await loadArticles(values.data, Math.max(Number(values.articles), Number(values.both)));

const rows = [];
let failures = 0;
try {
  for (const name of values.trials.split(',')) {
    const rounds = name === 'two' ? 1 : Number(values.rounds);
    for (let round = values.first - 1; round < values.first - 1 + rounds; round++) {
      const began = performance.now();
      const row = await TRIALS[name](setScene(name, round));
      rows.push({ trial: name, node: '', ...row, seconds: Math.round((performance.now() - began) / 1000) });
      failures += row.wrong.length;
      console.log(formatRows(rows.slice(-1)));
      for (const sentence of row.wrong.slice(0, 12)) console.log(`  ${name}: ${sentence}`);
    }
  }
} finally {
  await cluster.stop();
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${formatRows(rows)}`);
process.exitCode = failures > 0 ? 1 : 0;

/** A new archive and what a trial needs. */
function setScene(name, round) {
  const prefix = `T${name}${round}x`;
  const folder = join(scratch, prefix);
  mkdirSync(folder, { recursive: true });
  const { articles, questions, both, program: path, embeddings } = values;
  return {
    ...{ cluster, prefix, folder, round },
    draw: createDraw(Number(values.seed) * 1000 + round),
    program: createProgram({
      path: resolve(path),
      dataDir: join(folder, 'data'),
      prefix,
      cluster,
      embeddings,
    }),
    articles: all.slice(0, Number(articles)),
    both: all.slice(0, Number(both)),
    questions: Number(questions),
  };
}
