// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argumentsOf } from './node-settings.mjs';

/** @typedef {import('./node-settings.mjs').Node} Node */

/** A line means that the node has ended; the end of input, that whoever started it is gone, in whatever way. */
const GUARD = `
  if read -r _; then exit 0; fi
  kill -KILL "$1"
  [ -n "$2" ] || exit 0
  for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 0.2; done
  rm -rf "$2"`;

/** @param {string} folder @param {Node} node */
export const logOf = (folder, node) => join(folder, `${node.name}.log`);

/**
 * Starts the server; the node holds its process from then on.
 * @param {Node} node
 * @param {string} folder of the cluster
 * @param {Readonly<Record<string, string>>} env
 * @param {{ guarded: boolean, removed: boolean }} leaving guarded: it ends with this process, even where that is
 *   killed; removed: the folder goes as well
 * @returns {{ hasDied: () => boolean }}
 */
export function runNode(node, folder, env, { guarded, removed }) {
  const log = openSync(logOf(folder, node), 'a');
  // A group of its own: Ctrl-C reaches the command, which then ends the node in order.
  const child = spawn(node.binary, argumentsOf(node), { env, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  let died = false;
  const end = () => {
    died = true;
  };
  child.once('exit', end).once('error', end);
  node.pid = child.pid ?? null;
  if (guarded && child.pid) {
    const release = guard(child.pid, removed ? folder : '');
    child.once('exit', release);
  }
  return { hasDied: () => died };
}

/** @param {number} pid @param {string} folder */
function guard(pid, folder) {
  const child = spawn('sh', ['-c', GUARD, 'guard', String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  // Neither keeps a process alive that has nothing else to do.
  /** @type {import('node:net').Socket} */ (child.stdin).unref();
  child.stdin.on('error', () => {});
  return () => child.stdin.end('ended\n');
}

/** A process of that number may be another's by now: only one with the node's own command counts.
 * @param {Node} node */
export function isRunning({ pid, binary, port }) {
  if (pid === null) return false;
  const command = commandOf(pid);
  return command.startsWith(`${binary} `) && command.includes(` --port ${port} `);
}

/** @param {number} pid */
function commandOf(pid) {
  if (!existsSync('/proc/self/cmdline')) {
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** @param {Node} node @param {NodeJS.Signals} signal */
export function signalNode(node, signal) {
  if (node.pid !== null && isRunning(node)) process.kill(node.pid, signal);
}
