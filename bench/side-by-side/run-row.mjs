// One row of the table: node run-row.mjs ROW DATA SCRATCH ROUNDS QUICK OUTPUT. Started by run.mjs.
import { writeFileSync } from 'node:fs';
import { loadCorpus } from './corpus.mjs';

const [row, data, scratch, rounds, quick, output] = process.argv.slice(2);

const WHOLE = {
  articles: 68_798,
  /** Some 20,000 chunks. */
  articlesWithVectors: 6000,
  /** Of the searches by words; the others take all. */
  questions: 300,
  ingested: 5000,
  embedded: 150,
};
const QUICK = { articles: 4000, articlesWithVectors: 1000, questions: 60, ingested: 400, embedded: 15 };

const { measure } = await import(`./rows/${row}.mjs`);
const corpus = loadCorpus(data);
const sizes = quick === 'true' ? QUICK : WHOLE;
const started = performance.now();
const result = await measure({ corpus, scratch, sizes, rounds: Number(rounds) });
const minutes = (performance.now() - started) / 60_000;
writeFileSync(output, JSON.stringify({ ...result, minutes }));
process.exit(0);
