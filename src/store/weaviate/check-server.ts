import type { Check } from '../../domain/ports.js';
import { check } from '../../domain/wording/weaviate.js';
import { broken, ok } from '../checks/check-line.js';
import type { Connection } from './connection.js';
import { COLLECTION_NAMES, listMissing, listNodes } from './schema.js';

type Config = { replicationConfig?: { factor?: number }; shardingConfig?: { actualCount?: number } };

/** Whether all nodes are well, and how the archive lies on them. Throws StoreError. */
export async function checkServer(connection: Connection): Promise<Check> {
  const { name } = check;
  const nodes = await listNodes(connection);
  const missing = await listMissing(connection);
  const down = nodes.filter(({ status }) => status !== 'HEALTHY').map((node) => node.name);
  if (down.length > 0) return broken(name, check.nodesDown(down), check.mendNodes());
  const away = await connection.listAway();
  if (away.length > 0) return broken(name, check.away(away), check.mendAddresses());
  const version = [...new Set(nodes.map((node) => node.version))].join('、');
  if (missing.length > 0) return ok(name, check.server(version, nodes.length));
  if (await isReadOnly(connection)) return broken(name, check.readOnly(), check.mendSpace());
  const { prefix } = connection.settings;
  const held = await connection.request<Config>('read', `/v1/schema/${prefix}Article`);
  const replicas = held?.replicationConfig?.factor ?? 1;
  const shards = held?.shardingConfig?.actualCount ?? 1;
  return ok(name, check.ok(version, nodes.length, replicas, shards));
}

/** A server whose disk runs full stops to take anything, shard by shard. */
async function isReadOnly(connection: Connection): Promise<boolean> {
  for (const name of COLLECTION_NAMES) {
    const path = `/v1/schema/${connection.settings.prefix}${name}/shards`;
    const shards = await connection.request<{ status: string }[]>('read', path);
    if (shards?.some(({ status }) => status === 'READONLY')) return true;
  }
  return false;
}
