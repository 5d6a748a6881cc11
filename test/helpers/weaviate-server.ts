import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe } from 'vitest';
import { startCluster, stopCluster } from '../../scripts/weaviate/cluster.mjs';
import { findServer } from '../../scripts/weaviate/find-server.mjs';
import {
  grpcUrlOf,
  type Node,
  PORTS,
  planNodes,
  portsOf,
  urlOf,
} from '../../scripts/weaviate/node-settings.mjs';
import { isFree } from '../../scripts/weaviate/ports.mjs';
import { isRunning, signalNode } from '../../scripts/weaviate/run-node.mjs';

export type WeaviateOptions = {
  nodes?: 1 | 3;
  /** API key that the server asks for; without one everybody is let in. */
  key?: string;
  /** More settings of the server. */
  env?: Readonly<Record<string, string>>;
};

export type WeaviateNode = {
  readonly pid: number;
  readonly port: number;
  readonly grpcPort: number;
  /** Resolves when the process is gone. */
  kill: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** On the same data and ports; resolves when it is ready. */
  restart: () => Promise<void>;
};

export type WeaviateServer = {
  /** REST and gRPC addresses of the nodes, in the same order. */
  urls: string[];
  grpcUrls: string[];
  folder: string;
  nodes: WeaviateNode[];
  /** Starts all nodes that do not run. */
  restart: () => Promise<void>;
  /** Ends the nodes and removes their folder. */
  stop: () => Promise<void>;
};

/** Room for so many clusters, below the ports that the system gives to outgoing connections. */
const FIRST_PORT = 20_000;
const SLOTS = Math.floor(12_000 / PORTS);
let nextSlot = process.pid * 7;

// A worker whose runner was killed would go on for ever, and the servers with it.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

/** The server's path; null on a machine where it has not been built: tests build nothing. */
export const findWeaviate = findServer;

/** Skips, and says so aloud, where there is no server. */
export const describeWithWeaviate = findWeaviate() ? describe : skipAloud();

function skipAloud(): typeof describe.skip {
  console.warn(
    '!! Tests against Weaviate are skipped: `npm run weaviate -- build` compiles the server (needs Go).',
  );
  return describe.skip;
}

let shared: Promise<WeaviateServer> | null = null;

/** One node without a key for all tests of this process; it ends with the process. */
export function shareWeaviate(): Promise<WeaviateServer> {
  shared ??= startWeaviate();
  return shared;
}

/**
 * Nodes of their own, on free ports and in a temporary folder. They end, and the folder goes, with this process at
 * the latest, even where that is killed.
 */
export async function startWeaviate({
  nodes: count = 1,
  key,
  env = {},
}: WeaviateOptions = {}): Promise<WeaviateServer> {
  const binary = findWeaviate();
  if (!binary) throw new Error('startWeaviate without a server: use describeWithWeaviate.');
  const folder = mkdtempSync(join(tmpdir(), 'baowen-weaviate-'));
  const options = {
    ...{ folder, binary, count, key: key ?? null, port: await findPorts(count) },
    ...{ env: { GOMEMLIMIT: '512MiB', ...env }, guarded: true, removed: true },
  };
  let nodes: Node[] = [];
  const start = async (only: string | null): Promise<void> => {
    nodes = (await startCluster({ ...options, only })).cluster.nodes;
  };
  await start(null);
  return {
    urls: nodes.map(urlOf),
    grpcUrls: nodes.map(grpcUrlOf),
    folder,
    nodes: nodes.map(({ name, port, grpcPort }, i) => ({
      port,
      grpcPort,
      get pid() {
        return nodes[i]?.pid ?? 0;
      },
      async kill(signal) {
        const node = nodes[i] as Node;
        signalNode(node, signal);
        while (isRunning(node)) await setTimeout(20);
      },
      restart: () => start(name),
    })),
    restart: () => start(null),
    async stop() {
      await stopCluster(folder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The first of a cluster's free ports; each process begins to look somewhere else. */
export async function findPorts(count: number): Promise<number> {
  for (let tried = 0; tried < SLOTS; tried++) {
    const first = FIRST_PORT + (nextSlot++ % SLOTS) * PORTS;
    const free = await Promise.all(planNodes(count, first, '').flatMap(portsOf).map(isFree));
    if (free.every(Boolean)) return first;
  }
  throw new Error('No free ports for a Weaviate server.');
}
