import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApp } from '../../dist/src/app.js';
import { loadSettings } from '../../dist/src/config.js';
import { createLog } from '../../dist/src/log.js';
import { understand } from '../../dist/src/query/understand.js';

const PROGRAM = fileURLToPath(new URL('../../dist/bin/baowen.js', import.meta.url));
const ASKED_ON = '2023-12-01';
const CANDIDATES = 100;

const withDefaults = (env) => ({ ...process.env, EMBEDDINGS: process.env.EMBEDDINGS ?? 'none', ...env });

/** Seconds of a whole process. */
export async function measureIngest(file, dataDir, env) {
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'ingest', file, '--data', dataDir], {
    env: withDefaults(env),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`ingest ended with ${code}`);
  return (performance.now() - started) / 1000;
}

/** Candidates by words, their articles, the whole search and the whole answer; of the newspaper of a wall as well. */
export async function measureStore(dataDir, env, questions) {
  const settings = loadSettings(withDefaults(env), dataDir);
  const app = await openApp(settings, { needs: 'answer', log: createLog('error'), onBytes: () => {} });
  const { archive, service } = app;
  const [newspaper] = await archive.listNewspapers();
  const spent = {};
  const take = async (part, work) => {
    const started = performance.now();
    const value = await work();
    spent[part] ??= [];
    spent[part].push(performance.now() - started);
    return value;
  };
  try {
    for (const [i, text] of [...questions.slice(0, 20), ...questions].entries()) {
      if (i === 20) for (const part of Object.keys(spent)) delete spent[part];
      const question = { question: text, askedOn: ASKED_ON, filter: {}, history: [] };
      const { terms } = understand(question);
      const request = { terms, vector: null, filter: {}, limit: CANDIDATES };
      const found = await take('candidates', () => archive.findCandidates(request));
      const ids = found.slice(0, 50).map(({ chunkId }) => chunkId);
      await take('their articles', () => archive.loadChunksInArticles(ids));
      await take('candidates of one newspaper', () =>
        archive.findCandidates({ ...request, filter: { newspaper } }),
      );
      await take('search', () => service.search(question, 10));
      await take('ask', () => service.ask(question));
    }
  } finally {
    await app.close();
  }
  return Object.entries(spent).map(([part, times]) => describeTimes(part, times));
}

export function describeTimes(part, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1).padStart(7);
  return `${part.padEnd(32)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`;
}

/** Bytes of all files in a folder. */
export function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, path, name }) => sum + statSync(join(parentPath ?? path, name)).size, 0);
}
