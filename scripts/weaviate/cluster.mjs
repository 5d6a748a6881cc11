// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { WeaviateFailure } from './failure.mjs';
import { environmentOf, planNodes, portsOf } from './node-settings.mjs';
import { becomesFree } from './ports.mjs';
import { isRunning, runNode, signalNode } from './run-node.mjs';
import { waitUntilHealthy, waitUntilReady } from './wait-until-ready.mjs';
import { say } from './wording.mjs';

/**
 * @typedef {import('./node-settings.mjs').Node} Node
 * @typedef {{ nodes: Node[], keySha256: string | null }} Cluster what nodes.json holds
 * @typedef {{
 *   folder: string, binary: string, count: number | null, key: string | null,
 *   port: number | null, env: Readonly<Record<string, string>>, only: string | null, guarded: boolean, removed: boolean,
 * }} Options folder absolute; count null for the folder's or 1; port the first one, null for the folder's or 8090; env
 *   more settings of the server; only the name of the one node to start; guarded and removed as in runNode
 */

const FIRST_PORT = 8090;
export const SECONDS_TO_END = 20;

/**
 * Starts those of a folder's nodes that do not run, waits until they are ready and, where none is missing,
 * see each other. What was started ends again where that fails.
 * @param {Options} options
 * @returns {Promise<{ cluster: Cluster, started: Node[] }>}
 */
export async function startCluster(options) {
  const { folder, key, only, guarded, removed, env } = options;
  mkdirSync(folder, { recursive: true });
  const cluster = planCluster(options);
  const { nodes } = cluster;
  const started = nodes.filter((node) => !isRunning(node) && (only ?? node.name) === node.name);
  for (const port of started.flatMap(portsOf)) {
    if (!(await becomesFree(port))) throw new WeaviateFailure(say.portTaken(port));
  }
  try {
    const runs = started.map((node) => {
      node.binary = options.binary;
      return runNode(node, folder, environmentOf(node, nodes, { folder, key, env }), { guarded, removed });
    });
    saveCluster(folder, cluster);
    await Promise.all(
      started.map((node, i) => waitUntilReady(node, folder, () => runs[i]?.hasDied() ?? true)),
    );
    if (nodes.every(isRunning)) await waitUntilHealthy(nodes, key);
  } catch (failure) {
    for (const node of started) signalNode(node, 'SIGKILL');
    throw failure;
  }
  return { cluster, started };
}

/** What the folder holds, or a new plan. @param {Options} options @returns {Cluster} */
function planCluster({ folder, count, port, key, binary }) {
  const keySha256 = key === null ? null : createHash('sha256').update(key).digest('hex');
  const held = loadCluster(folder);
  if (!held) return { nodes: planNodes(count ?? 1, port ?? FIRST_PORT, binary), keySha256 };
  const { nodes } = held;
  if (count !== null && nodes.length !== count)
    throw new WeaviateFailure(say.otherNodes(folder, nodes.length, count));
  const first = nodes[0]?.port ?? FIRST_PORT;
  if (port !== null && port !== first) throw new WeaviateFailure(say.otherPort(folder, first));
  if (held.keySha256 !== keySha256 && nodes.some(isRunning)) throw new WeaviateFailure(say.otherKey());
  return { nodes, keySha256 };
}

/**
 * Ends the nodes in order; those that take too long are killed. The data stay.
 * @param {string} folder
 * @returns {Promise<{ stopped: Node[], killed: Node[] }>}
 */
export async function stopCluster(folder) {
  const running = requireCluster(folder).nodes.filter(isRunning);
  for (const node of running) signalNode(node, 'SIGTERM');
  const end = Date.now() + SECONDS_TO_END * 1000;
  while (running.some(isRunning) && Date.now() < end) await setTimeout(50);
  const killed = running.filter(isRunning);
  for (const node of killed) signalNode(node, 'SIGKILL');
  while (killed.some(isRunning)) await setTimeout(50);
  return { stopped: running, killed };
}

/** @param {string} folder @returns {Cluster} */
export function requireCluster(folder) {
  const cluster = loadCluster(folder);
  if (!cluster) throw new WeaviateFailure(say.noCluster(folder));
  return cluster;
}

/** @param {string} folder @returns {Cluster | null} */
function loadCluster(folder) {
  const file = fileOf(folder);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new WeaviateFailure(say.notACluster(file));
  }
}

/** @param {string} folder @param {Cluster} cluster */
function saveCluster(folder, cluster) {
  writeFileSync(`${fileOf(folder)}.new`, `${JSON.stringify(cluster, null, 2)}\n`);
  renameSync(`${fileOf(folder)}.new`, fileOf(folder));
}

/** @param {string} folder */
const fileOf = (folder) => join(folder, 'nodes.json');
