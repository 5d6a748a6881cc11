// The store on Weaviate beside the local one: ingest and queries, and what a newspaper's wall costs there.
//   node bench/weaviate-speed.mjs DATA SCRATCH [ARTICLES,ARTICLES…]        (5000,20000)
// DATA holds bench/news.jsonl.gz (`id`, `date`, `text` a line) and eval/news-questions.json; archives are made in SCRATCH,
// anew each time. The server (one node) is started and ended here: npm run weaviate -- build. Words alone
// (EMBEDDINGS=none), unless EMBEDDINGS says otherwise. Built program (npm run build).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startCluster, stopCluster } from '../scripts/weaviate/cluster.mjs';
import { findServer } from '../scripts/weaviate/find-server.mjs';
import { grpcUrlOf, urlOf } from '../scripts/weaviate/node-settings.mjs';
import { loadNews } from './weaviate/load-news.mjs';
import { measureIngest, measureStore, sizeOf } from './weaviate/measure-store.mjs';
import { measureTenants } from './weaviate/measure-tenants.mjs';

const PORT = 21_500;
/** Newspapers that the articles are dealt out to. */
const NEWSPAPERS = 20;

const [data, given, counts = '5000,20000'] = process.argv.slice(2);
if (!data || !given) throw new Error('node bench/weaviate-speed.mjs DATA SCRATCH [ARTICLES,…]');
const scratch = resolve(given);
const folder = join(scratch, 'server');
rmSync(scratch, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const binary = findServer();
if (!binary) throw new Error('The server is missing: npm run weaviate -- build');
const { cluster } = await startCluster({
  ...{ folder, binary, count: 1, port: PORT, key: null, env: {}, only: null, guarded: true, removed: false },
});
const [node] = cluster.nodes;
const server = { url: urlOf(node), grpcUrl: grpcUrlOf(node), pid: node.pid, folder };

try {
  for (const [i, count] of counts.split(',').map(Number).entries()) {
    const { articles, questions } = loadNews(data, count, NEWSPAPERS);
    const file = join(scratch, `${count}.jsonl`);
    writeFileSync(file, articles.map((article) => JSON.stringify(article)).join('\n'));
    const dataDir = join(scratch, `local-${count}`);
    const stores = [
      { name: 'local', env: { STORE: 'local' } },
      {
        name: 'weaviate',
        env: {
          STORE: 'weaviate',
          WEAVIATE_URL: server.url,
          WEAVIATE_GRPC_URL: server.grpcUrl,
          WEAVIATE_PREFIX: `Speed${count}`,
        },
      },
    ];
    for (const { name, env } of stores) {
      const before = sizeOf(folder);
      const ingest = await measureIngest(file, dataDir, env);
      const size = name === 'local' ? sizeOf(dataDir) : sizeOf(folder) - before;
      console.log(
        `${count} articles, ${name}: ingest ${ingest.toFixed(1)} s, ${(count / ingest).toFixed(0)} a second, ${(size / 1e6).toFixed(0)} MB on disk`,
      );
      for (const line of await measureStore(dataDir, env, questions)) console.log(`  ${line}`);
    }
    if (i > 0) continue;
    for (const line of await measureTenants(server, `Speed${count}`, questions)) console.log(`  ${line}`);
  }
} finally {
  await stopCluster(folder);
}
