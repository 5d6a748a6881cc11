import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startCluster, stopCluster } from '../../scripts/weaviate/cluster.mjs';
import { findServer } from '../../scripts/weaviate/find-server.mjs';
import { grpcUrlOf, planNodes, portsOf, urlOf } from '../../scripts/weaviate/node-settings.mjs';
import { isFree } from '../../scripts/weaviate/ports.mjs';
import { isRunning, signalNode } from '../../scripts/weaviate/run-node.mjs';

const NODES = 3;

/** Three nodes on free ports in a folder of their own; they end with this process. */
export async function startThree(folder) {
  const binary = findServer();
  if (!binary) throw new Error('no server: npm run weaviate -- build');
  rmSync(folder, { recursive: true, force: true });
  const options = {
    ...{ folder, binary, count: NODES, key: null, port: await findPorts() },
    ...{ env: { GOMEMLIMIT: '1GiB' }, guarded: true, removed: true },
  };
  const { cluster } = await startCluster({ ...options, only: null });
  let { nodes } = cluster;
  return {
    urls: nodes.map(urlOf),
    grpcUrls: nodes.map(grpcUrlOf),
    async kill(number) {
      const node = nodes[number];
      signalNode(node, 'SIGKILL');
      while (isRunning(node)) await wait(10);
    },
    /** Resolves when all nodes see each other. */
    async restart(number) {
      nodes = (await startCluster({ ...options, only: nodes[number].name })).cluster.nodes;
    },
    async stop() {
      await stopCluster(folder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function findPorts() {
  for (let first = 12_000 + (process.pid % 100) * 70; first < 20_000; first += 70) {
    const free = await Promise.all(planNodes(NODES, first, '').flatMap(portsOf).map(isFree));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no free ports');
}
