// @ts-check
import { totalmem } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {{
 *   name: string, port: number, grpcPort: number, gossipPort: number, dataPort: number,
 *   raftPort: number, raftRpcPort: number, pid: number | null, binary: string,
 * }} Node one server of a cluster: its ports on 127.0.0.1 and, while it runs, its process
 */

const HOST = '127.0.0.1';
/** So many ports from a cluster's first belong to it. */
export const PORTS = 36;

/** @param {number} count @param {number} first @param {string} binary @returns {Node[]} */
export function planNodes(count, first, binary) {
  return Array.from({ length: count }, (_, i) => ({
    name: `node${i + 1}`,
    port: first + i,
    grpcPort: first + 10 + i,
    gossipPort: first + 20 + 2 * i,
    dataPort: first + 21 + 2 * i,
    // On one machine the server takes the port after another node's raft port for its remote calls.
    raftPort: first + 30 + 2 * i,
    raftRpcPort: first + 31 + 2 * i,
    pid: null,
    binary,
  }));
}

/** @param {Node} node */
export const portsOf = (node) => [
  ...[node.port, node.grpcPort, node.gossipPort, node.dataPort],
  ...[node.raftPort, node.raftRpcPort],
];
/** @param {Node} node */
export const urlOf = ({ port }) => `http://${HOST}:${port}`;
/** @param {Node} node */
export const grpcUrlOf = ({ grpcPort }) => `http://${HOST}:${grpcPort}`;

/** @param {Node} node */
export const argumentsOf = ({ port }) => ['--host', HOST, '--port', String(port), '--scheme', 'http'];

/**
 * All that a node sees of the environment.
 * @param {Node} node
 * @param {readonly Node[]} nodes all of the cluster
 * @param {{ folder: string, key: string | null, env: Readonly<Record<string, string>> }} options
 * @returns {Record<string, string>}
 */
export function environmentOf(node, nodes, { folder, key, env }) {
  const others = nodes.filter(({ name }) => name !== node.name);
  return {
    ...surroundings(),
    PERSISTENCE_DATA_PATH: join(folder, node.name),
    GRPC_PORT: String(node.grpcPort),
    CLUSTER_HOSTNAME: node.name,
    CLUSTER_IN_LOCALHOST: 'true',
    CLUSTER_ADVERTISE_ADDR: HOST,
    CLUSTER_BIND_ADDR: HOST,
    CLUSTER_GOSSIP_BIND_PORT: String(node.gossipPort),
    CLUSTER_DATA_BIND_PORT: String(node.dataPort),
    // Not itself: a node that reaches itself is content, and looks for the others only later.
    CLUSTER_JOIN: others.map(({ gossipPort }) => `${HOST}:${gossipPort}`).join(','),
    RAFT_PORT: String(node.raftPort),
    RAFT_INTERNAL_RPC_PORT: String(node.raftRpcPort),
    RAFT_BOOTSTRAP_EXPECT: String(nodes.length),
    RAFT_JOIN: nodes.map(({ name, raftPort }) => `${name}:${raftPort}`).join(','),
    ...authentication(key),
    ...smallMachine(nodes.length),
    ...env,
  };
}

function surroundings() {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}) };
}

/** @param {string | null} key */
function authentication(key) {
  if (key === null) return { AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'true' };
  return {
    AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'false',
    AUTHENTICATION_APIKEY_ENABLED: 'true',
    AUTHENTICATION_APIKEY_ALLOWED_KEYS: key,
    AUTHENTICATION_APIKEY_USERS: 'baowen',
  };
}

/** @param {number} count */
function smallMachine(count) {
  // Half of the memory for all nodes together: the server refuses to import what would go beyond.
  const megabytes = Math.max(512, Math.floor(totalmem() / 2 ** 20 / 2 / count));
  return {
    GOMEMLIMIT: `${megabytes}MiB`,
    LOG_LEVEL: 'error',
    DEFAULT_VECTORIZER_MODULE: 'none',
    // A node alone has no other to wait for before it elects itself: ready in 3 s instead of 7.
    ...(count === 1 ? { RAFT_TIMEOUTS_MULTIPLIER: '1' } : {}),
    // Modules that call services of others: they are loaded at each start and never used.
    API_BASED_MODULES_DISABLED: 'true',
    AUTOSCHEMA_ENABLED: 'false',
    DISABLE_TELEMETRY: 'true',
    // Its port, 6060, would be the same for all nodes, and open to the network.
    GO_PROFILING_DISABLE: 'true',
    PROMETHEUS_MONITORING_ENABLED: 'false',
    // By default nothing can be written any more to a disk that is nine tenths full, however large it is.
    DISK_USE_WARNING_PERCENTAGE: '97',
    DISK_USE_READONLY_PERCENTAGE: '99',
  };
}
