import type { Connection } from './connection.js';

type Shard = {
  class: string;
  name: string;
  asyncReplicationStatus?: { targetNode?: string; startDiffTimeUnixMillis?: number }[];
};
type NodeStatus = { status: string; shards?: Shard[] | null };

/** Nodes are asked so often at most whether the copies are the same again, in milliseconds. */
const LOOK_AGAIN = 2000;

/**
 * A node that was away while something was written lacks it until the others have brought it up to date. Its copies answer
 * searches all the same: until then two nodes are asked, see collection.ts.
 */
export class Absences {
  /** When a node was last away while something was written, in milliseconds; 0 where none was. */
  latest = 0;
  private settled = 0;
  private asked = 0;

  constructor(private readonly connection: Connection) {}

  /** Whether any copy may be behind; `latest` is as new as what was last heeded. */
  get areFelt(): boolean {
    return this.latest > this.settled;
  }

  /** Of a writer, before and after it writes. */
  async look(): Promise<void> {
    // The nodes take some seconds to tell one another that one has died; whoever asks it itself knows at once.
    const [nodes, away] = await Promise.all([this.list('minimal'), this.connection.listAway()]);
    if (away.length > 0 || nodes.some(({ status }) => status !== 'HEALTHY')) this.latest = Date.now();
  }

  /** What another writer has told; asks the nodes whether that is over. */
  async heed(latest: number): Promise<void> {
    this.latest = Math.max(this.latest, latest);
    if (!this.areFelt || Date.now() - this.asked < LOOK_AGAIN) return;
    this.asked = Date.now();
    if (await this.areOver()) this.settled = this.latest;
  }

  /** Each shard was compared since then, and no copy of it differed. */
  private async areOver(): Promise<boolean> {
    const nodes = await this.list('verbose');
    if (nodes.some(({ status }) => status !== 'HEALTHY')) return false;
    const compared = new Map<string, number>();
    for (const shard of nodes.flatMap(({ shards }) => shards ?? [])) {
      if (!shard.class.startsWith(this.connection.settings.prefix)) continue;
      const key = `${shard.class} ${shard.name}`;
      const times = (shard.asyncReplicationStatus ?? [])
        .filter(({ targetNode = '' }) => targetNode === '')
        .map(({ startDiffTimeUnixMillis = 0 }) => startDiffTimeUnixMillis);
      compared.set(key, Math.max(compared.get(key) ?? 0, ...times));
    }
    return [...compared.values()].every((time) => time > this.latest);
  }

  private async list(output: 'minimal' | 'verbose'): Promise<NodeStatus[]> {
    const answer = await this.connection.request<{ nodes: NodeStatus[] }>(
      'read',
      `/v1/nodes?output=${output}`,
    );
    return answer?.nodes ?? [];
  }
}
