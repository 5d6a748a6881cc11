import { setTimeout as sleep } from 'node:timers/promises';
import type { WeaviateClient } from 'weaviate-client';
import type { WeaviateSettings } from '../../domain/settings.js';
import { Absences } from './absences.js';
import { NodeGoneError, toFault } from './faults.js';
import { checkReady, connectTo, TIMEOUTS } from './reach-node.js';

/** A node that answered so recently, in milliseconds, is not asked again whether it is there. */
const TRUSTED = 2000;
/** After so long without an answer a node is asked whether it is still there, in milliseconds. */
const WATCH = 1500;
/**
 * Where another node is away, a node may be waiting for that one, and will for as long as it is let, although it would
 * answer at once when it has heard: so a first try to read has so long, in milliseconds, each next one twice that.
 */
const WAITS_FOR_ANOTHER = 3000;
/**
 * For so long a request is tried again, in milliseconds: of somebody who waits for an answer; of whoever writes, which
 * outlives the restart of a server; and where a collection is not there, of which a node hears some moments after the others.
 */
const PATIENCE = { read: 12_000, write: 120_000, missing: 4000 };
/** Where nothing at all answers, a person is told after so many rounds. */
const ROUNDS_OF_READS = 3;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 2000;

type Node = { url: string; grpcUrl: string; client: Promise<WeaviateClient> | null; answered: number };

type GraphQlErrors = { errors?: { message: string }[] };

/** What of a request of the REST interface is not said by its path. */
type Request = { method?: 'GET' | 'POST' | 'DELETE'; body?: object };

/** The way to the server: any of its nodes, the next one where one does not answer. */
export class Connection {
  private readonly nodes: Node[];
  private current = 0;
  /** Of nodes that went away. Their channels would wait ever longer before they look for the node again. */
  private readonly retired: Promise<WeaviateClient>[] = [];
  /** Before the first answer nobody waits for a server that may not be there at all. */
  private hasAnswered = false;

  readonly absences = new Absences(this);

  constructor(
    readonly settings: WeaviateSettings,
    private readonly isForWriting = false,
  ) {
    this.nodes = settings.urls.map((url, i) => ({
      url,
      grpcUrl: settings.grpcUrls[i] as string,
      client: null,
      answered: 0,
    }));
  }

  /**
   * Does `work` at a node that is there; again, or at the next one, where it fails for a passing reason: all that is
   * written has ids made of its content, so that writing twice is writing once. Throws StoreError.
   */
  run<T>(kind: 'read' | 'write', work: (client: WeaviateClient) => Promise<T>): Promise<T> {
    return this.runSomewhere(kind, async (node) => work(await this.clientOf(node)));
  }

  /** Reads at two nodes, one after the other; at one where no other answers. */
  async runAtTwo<T>(work: (client: WeaviateClient) => Promise<T>): Promise<T[]> {
    const [first, done] = await this.runSomewhere(
      'read',
      async (node) => [node, await work(await this.clientOf(node))] as const,
    );
    for (const node of this.nodes) {
      if (node === first) continue;
      try {
        return [
          done,
          await this.runAt(node, async () => work(await this.clientOf(node)), 2 * WAITS_FOR_ANOTHER),
        ];
      } catch {
        this.retire(node);
      }
    }
    return [done];
  }

  /** A request of the REST interface that the library has no call for; its answer as JSON, null for what is not there. */
  request<T>(
    kind: 'read' | 'write',
    path: string,
    { method = 'GET', body }: Request = {},
  ): Promise<T | null> {
    return this.runSomewhere(kind, async ({ url }) => {
      const response = await fetch(`${url}${path}`, {
        method,
        // A schema as the node itself knows it: with the nodes' leader dead there is for a while nobody who knows better.
        headers: { 'content-type': 'application/json', consistency: 'false', ...this.authorization() },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(1000 * (kind === 'read' ? TIMEOUTS.query : TIMEOUTS.insert)),
      });
      const text = await response.text();
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`);
      const answer = (text === '' ? null : JSON.parse(text)) as (T & GraphQlErrors) | null;
      if (answer?.errors?.length) throw new Error(answer.errors[0]?.message ?? 'GraphQL');
      return answer;
    });
  }

  private async runSomewhere<T>(kind: 'read' | 'write', work: (node: Node) => Promise<T>): Promise<T> {
    const started = Date.now();
    let pause = FIRST_PAUSE;
    for (let tries = 1; ; tries++) {
      const node = this.nodes[this.current] as Node;
      try {
        const done = await this.runAt(
          node,
          work,
          kind === 'read' ? WAITS_FOR_ANOTHER * 2 ** (tries - 1) : null,
        );
        node.answered = Date.now();
        this.hasAnswered = true;
        return done;
      } catch (cause) {
        const fault = toFault(cause, node.url);
        node.answered = 0;
        if (fault.kind === 'lasting') throw fault.error;
        this.leave(node);
        const isPatient = (kind === 'write' || this.isForWriting) && this.hasAnswered;
        const patience = PATIENCE[fault.kind === 'missing' ? 'missing' : isPatient ? 'write' : 'read'];
        const isGone =
          !isPatient &&
          tries >= ROUNDS_OF_READS * this.nodes.length &&
          (await this.listAway()).length === this.nodes.length;
        // A node that hangs takes longer than that alone: the others are asked all the same.
        const isLate = Date.now() - started > patience && tries >= this.nodes.length;
        if (isGone || isLate) throw fault.error;
      }
      if (tries % this.nodes.length === 0) {
        await sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  async close(): Promise<void> {
    for (const node of this.nodes) this.retire(node);
    for (const client of this.retired.splice(0)) await (await client.catch(() => null))?.close();
  }

  /** Requests that failed at the same time leave their node together, not one after the other each of the next ones. */
  private leave(node: Node): void {
    this.retire(node);
    if (this.nodes[this.current] === node) this.current = (this.current + 1) % this.nodes.length;
  }

  private clientOf(node: Node): Promise<WeaviateClient> {
    node.client ??= connectTo(node, this.settings.apiKey);
    return node.client;
  }

  private retire(node: Node): void {
    if (node.client !== null) this.retired.push(node.client);
    node.client = null;
  }

  private async runAt<T>(node: Node, work: (node: Node) => Promise<T>, mayWait: number | null): Promise<T> {
    if (Date.now() - node.answered > TRUSTED) await this.checkReady(node);
    const watch = this.watch(node, mayWait);
    try {
      return await Promise.race([work(node), watch.gone]);
    } finally {
      watch.end();
    }
  }

  private checkReady(node: Node): Promise<void> {
    return checkReady(node, this.authorization());
  }

  /** Addresses at which no node says that it is ready. */
  async listAway(): Promise<string[]> {
    const asked = this.nodes.map((node) =>
      this.checkReady(node).then(
        () => [],
        () => [node.url],
      ),
    );
    return (await Promise.all(asked)).flat();
  }

  /** gRPC waits long for a node that has died in the middle of a request. */
  private watch(node: Node, mayWait: number | null): { gone: Promise<never>; end: () => void } {
    const started = Date.now();
    let timer: NodeJS.Timeout;
    let isOver = false;
    const check = async () => {
      await this.checkReady(node);
      if (mayWait === null || Date.now() - started < mayWait) return;
      if ((await this.listAway()).length > 0) throw new NodeGoneError(node.url, 'waits for another node');
    };
    const gone = new Promise<never>((_, reject) => {
      const look = () =>
        check().then(
          () => {
            if (!isOver) timer = setTimeout(look, WATCH);
          },
          (cause: unknown) =>
            reject(new NodeGoneError(node.url, 'gone in the middle of a request', { cause })),
        );
      timer = setTimeout(look, WATCH);
    });
    gone.catch(() => {});
    const end = () => {
      isOver = true;
      clearTimeout(timer);
    };
    return { gone, end };
  }

  private authorization(): Record<string, string> {
    const { apiKey } = this.settings;
    return apiKey === null ? {} : { authorization: `Bearer ${apiKey}` };
  }
}
