// How long a query takes and what of it are words, vectors and reranking.
//   node bench/query-latency.mjs DATA_DIR QUESTIONS.jsonl [COUNT]
// QUESTIONS.jsonl: {"question","askedOn"?} a line. Built program (npm run build); EMBEDDINGS as in .env.example.
import { readFileSync } from 'node:fs';
import { loadSettings } from '../dist/src/config.js';
import { createLog } from '../dist/src/log.js';
import { understand } from '../dist/src/query/understand.js';
import { createSearch } from '../dist/src/search/search.js';
import { openArchive } from '../dist/src/store/archive.js';

const [dataDir, file, count = '300'] = process.argv.slice(2);
const log = createLog('error');
const settings = { ...loadSettings(process.env, process.cwd()), dataDir };
const questions = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .slice(0, Number(count))
  .map((line) => JSON.parse(line));

const archive = await openArchive({ dataDir, log });
const embedder = await openEmbedder();
const spent = { total: [], question: [], words: [], vectors: [], rest: [] };
const search = createSearch(archive, embedder, log);

for (const { question, askedOn = '2023-12-01' } of [...questions.slice(0, 20), ...questions]) {
  const [query, understanding] = await timed(() =>
    understand({ question, askedOn, filter: {}, history: [] }),
  );
  const [vector, embedding] = await timed(() => embedder?.embedQuery(query.text) ?? null);
  const request = { filter: {}, limit: 100 };
  const [, words] = await timed(() =>
    archive.findCandidates({ ...request, terms: query.terms, vector: null }),
  );
  const [, vectors] = await timed(() =>
    vector ? archive.findCandidates({ ...request, terms: [], vector }) : null,
  );
  const [, whole] = await timed(() => search(query, 10));
  spent.total.push(understanding + whole);
  spent.question.push(understanding + embedding);
  spent.words.push(words);
  spent.vectors.push(vectors);
  spent.rest.push(Math.max(0, whole - embedding - words - vectors));
}

const { articles, chunks, vectors } = await archive.coverage();
console.log(`articles ${articles}  chunks ${chunks}  vectors ${vectors}  questions ${questions.length}`);
for (const [part, all] of Object.entries(spent)) {
  const sorted = all.slice(20).sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1).padStart(7);
  console.log(`${part.padEnd(9)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`);
}
await embedder?.close();
await archive.close();

async function timed(work) {
  const started = performance.now();
  const value = await work();
  return [value, performance.now() - started];
}

async function openEmbedder() {
  const known = await archive.embeddingModel();
  if (!known || settings.embeddings.kind === 'none') return null;
  const { createEmbedder } = await import('../dist/src/models/create-embedder.js');
  return (await createEmbedder(settings.embeddings, { fetch, log, onBytes() {}, known })).embedder;
}
