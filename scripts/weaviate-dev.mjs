// @ts-check
// The Weaviate server for development and tests: npm run weaviate -- --help
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildServer } from './weaviate/build-server.mjs';
import { requireCluster, SECONDS_TO_END, startCluster, stopCluster } from './weaviate/cluster.mjs';
import { WeaviateFailure } from './weaviate/failure.mjs';
import { findServer } from './weaviate/find-server.mjs';
import { grpcUrlOf, PORTS, urlOf } from './weaviate/node-settings.mjs';
import { isRunning, logOf } from './weaviate/run-node.mjs';
import { isReady, lastLine } from './weaviate/wait-until-ready.mjs';
import { HELP, say } from './weaviate/wording.mjs';

const WRONG_USAGE = 2;

/** @typedef {ReturnType<typeof readArguments>} Given */
/** @type {Readonly<Record<string, (given: Given) => Promise<void> | void>>} */
const COMMANDS = { build, start, stop, status };

try {
  const given = readArguments();
  const command = COMMANDS[given.command];
  if (given.help) console.log(HELP);
  else if (!command) throw wrongUsage(say.unknownCommand(given.command));
  else await command(given);
} catch (failure) {
  if (!(failure instanceof WeaviateFailure)) throw failure;
  console.error(failure.message);
  process.exitCode = failure.exitCode;
}

function build() {
  console.log(buildServer(console.error));
}

/** @param {Given} given */
async function start({ folder, count, port, key, env, foreground }) {
  const binary = findServer();
  if (!binary) throw new WeaviateFailure(say.serverMissing());
  const since = Date.now();
  const options = { folder, binary, count, port, key, env, only: null, guarded: foreground, removed: false };
  const { cluster, started } = await startCluster(options);
  console.error(
    say.started(
      started.map(({ name }) => name),
      (Date.now() - since) / 1000,
    ),
  );
  console.log(`WEAVIATE_URL=${cluster.nodes.map(urlOf).join(',')}`);
  console.log(`WEAVIATE_GRPC_URL=${cluster.nodes.map(grpcUrlOf).join(',')}`);
  if (foreground) await stayUntilInterrupted(folder);
}

/** A node that dies meanwhile is named; the last one ends the command. @param {string} folder */
async function stayUntilInterrupted(folder) {
  console.error(say.foreground());
  const interrupted = new AbortController();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => interrupted.abort());
  }
  let watched = requireCluster(folder).nodes;
  while (watched.length && !interrupted.signal.aborted) {
    for (const node of watched.filter((node) => !isRunning(node))) {
      const log = logOf(folder, node);
      console.error(say.nodeDied(node.name, log, lastLine(log)));
      process.exitCode = 1;
    }
    watched = watched.filter(isRunning);
    await setTimeout(500, undefined, { signal: interrupted.signal }).catch(() => {});
  }
  await stop({ folder });
}

/** @param {Pick<Given, 'folder'>} given */
async function stop({ folder }) {
  const { stopped, killed } = await stopCluster(folder);
  console.error(say.stopped(stopped.map(({ name }) => name)));
  if (killed.length) {
    console.error(
      say.killed(
        killed.map(({ name }) => name),
        SECONDS_TO_END,
      ),
    );
  }
}

/** @param {Given} given */
async function status({ folder }) {
  for (const node of requireCluster(folder).nodes) {
    const state = !isRunning(node) ? 'down' : (await isReady(node)) ? 'ready' : 'starting';
    console.log(say.state(node.name, urlOf(node), state));
    if (state !== 'ready') process.exitCode = 1;
  }
}

function readArguments() {
  const { positionals, values } = parse();
  const { nodes, port, key, folder = 'scratch/weaviate', env = [] } = values;
  if (nodes !== undefined && nodes !== '1' && nodes !== '3') throw wrongUsage(say.wrongNodes(nodes));
  if (port !== undefined && !isFirstPort(port)) throw wrongUsage(say.wrongPort(port));
  const bad = env.find((setting) => !/^[A-Z][A-Z0-9_]*=/.test(setting));
  if (bad !== undefined) throw wrongUsage(say.wrongSetting(bad));
  return {
    command: positionals[0] ?? '',
    help: values.help ?? false,
    foreground: values.foreground ?? false,
    count: nodes === undefined ? null : Number(nodes),
    port: port === undefined ? null : Number(port),
    key: key ?? null,
    folder: resolve(folder),
    /** @type {Record<string, string>} */
    env: Object.fromEntries(env.map((setting) => setting.split(/=(.*)/s, 2))),
  };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        nodes: { type: 'string' },
        folder: { type: 'string' },
        port: { type: 'string' },
        key: { type: 'string' },
        env: { type: 'string', multiple: true },
        foreground: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw wrongUsage(/** @type {Error} */ (error).message);
  }
}

/** @param {string} port */
function isFirstPort(port) {
  return /^\d{4,5}$/.test(port) && Number(port) >= 1024 && Number(port) + PORTS <= 65_535;
}

/** @param {string} what */
function wrongUsage(what) {
  return new WeaviateFailure(say.usage(what), WRONG_USAGE);
}
