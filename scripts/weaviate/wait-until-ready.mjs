// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { WeaviateFailure } from './failure.mjs';
import { urlOf } from './node-settings.mjs';
import { logOf } from './run-node.mjs';
import { say } from './wording.mjs';

/** @typedef {import('./node-settings.mjs').Node} Node */

/** Seconds: a busy machine may take its time. */
const PATIENCE = 120;
const PAUSE_MS = 100;

/** @param {Node} node */
export async function isReady(node) {
  return (await ask(`${urlOf(node)}/v1/.well-known/ready`, {}))?.ok ?? false;
}

/**
 * @param {Node} node
 * @param {string} folder of the cluster
 * @param {() => boolean} hasDied
 */
export async function waitUntilReady(node, folder, hasDied) {
  const log = logOf(folder, node);
  await until(
    async () => {
      if (hasDied()) throw new WeaviateFailure(say.nodeDied(node.name, log, lastLine(log)));
      return isReady(node);
    },
    () => say.notReady(node.name, PATIENCE, log),
  );
}

/**
 * Until each of the nodes sees all of them.
 * @param {readonly Node[]} nodes
 * @param {string | null} key
 */
export async function waitUntilHealthy(nodes, key) {
  await until(
    async () => {
      for (const node of nodes) if ((await countHealthy(node, key)) < nodes.length) return false;
      return true;
    },
    () => say.notHealthy(nodes.length, PATIENCE),
  );
}

/** @param {Node} node @param {string | null} key */
async function countHealthy(node, key) {
  const headers = key === null ? {} : { authorization: `Bearer ${key}` };
  const response = await ask(`${urlOf(node)}/v1/nodes?output=minimal`, headers);
  if (response?.status === 401) throw new WeaviateFailure(say.keyRefused(urlOf(node)));
  if (!response?.ok) return 0;
  const { nodes } = /** @type {{ nodes: { status: string }[] }} */ (await response.json());
  return nodes.filter(({ status }) => status === 'HEALTHY').length;
}

/** Null where nobody answers. @param {string} url @param {Record<string, string>} headers */
async function ask(url, headers) {
  try {
    return await fetch(url, { headers, signal: AbortSignal.timeout(5000) });
  } catch {
    return null;
  }
}

/** @param {() => Promise<boolean>} condition @param {() => string} sentence */
async function until(condition, sentence) {
  const end = Date.now() + PATIENCE * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new WeaviateFailure(sentence());
    await setTimeout(PAUSE_MS);
  }
}

/** Empty where nothing was written, or the folder has been taken away. @param {string} log */
export function lastLine(log) {
  if (!existsSync(log)) return '';
  return readFileSync(log, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}
