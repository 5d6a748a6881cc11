// One row of the table: node run-row.mjs ROW DATA SCRATCH ROUNDS SIZES OUTPUT. Started by run.mjs.
import { writeFileSync } from 'node:fs';
import { loadCorpus } from './corpus.mjs';

const [row, data, scratch, rounds, sizesAsJson, output] = process.argv.slice(2);

const { measure } = await import(`./rows/${row}.mjs`);
const corpus = loadCorpus(data);
const sizes = JSON.parse(sizesAsJson);
const started = performance.now();
const result = await measure({ corpus, scratch, sizes, rounds: Number(rounds) });
const minutes = (performance.now() - started) / 60_000;
const day = new Date().toISOString().slice(0, 10);
writeFileSync(output, JSON.stringify({ row, sizes, ...result, minutes, day }));
process.exit(0);
