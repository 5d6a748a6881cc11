import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import weaviate, { type WeaviateClient } from 'weaviate-client';
import type { WeaviateSettings } from '../../domain/settings.js';
import { NodeGoneError, toFault } from './faults.js';

/** A node that answered so recently, in milliseconds, is not asked again whether it is there. */
const TRUSTED = 2000;
/** How long a node may take to say that it is ready, in milliseconds. */
const READY_TIMEOUT = 2000;
/** After so long without an answer a node is asked whether it is still there, in milliseconds. */
const WATCH = 1500;
/** For so long a request is tried again, in milliseconds. An ingest outlives the restart of a server. */
const PATIENCE = { read: 12_000, write: 120_000 };
/** Where nothing at all answers, a person is told after so many rounds. */
const ROUNDS_OF_READS = 3;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 2000;
/** Of single requests, in seconds. */
const TIMEOUTS = { init: 5, query: 20, insert: 60 };

type Node = { url: string; grpcUrl: string; client: Promise<WeaviateClient> | null; answered: number };

// The library writes each of its own tries with a stack to the terminal; what matters is what becomes of the request.
const warn = console.warn;
console.warn = (...said: unknown[]) => {
  if (!said.some((one) => typeof one === 'string' && /^(?:Attempt|Healthcheck) \d+ failed/.test(one)))
    warn(...said);
};

/** The way to the server: any of its nodes, the next one where one does not answer. */
export class Connection {
  private readonly nodes: Node[];
  private current = 0;
  /** Before the first answer nobody waits for a server that may not be there at all. */
  private hasAnswered = false;

  constructor(readonly settings: WeaviateSettings) {
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
  async run<T>(kind: 'read' | 'write', work: (client: WeaviateClient) => Promise<T>): Promise<T> {
    const started = Date.now();
    let pause = FIRST_PAUSE;
    for (let tries = 1; ; tries++) {
      const node = this.nodes[this.current] as Node;
      try {
        const done = await this.runAt(node, work);
        node.answered = Date.now();
        this.hasAnswered = true;
        return done;
      } catch (cause) {
        const fault = toFault(cause, node.url);
        node.answered = 0;
        if (fault.kind === 'lasting') throw fault.error;
        this.current = (this.current + 1) % this.nodes.length;
        const patience = kind === 'write' && this.hasAnswered ? PATIENCE.write : PATIENCE.read;
        const isTold = kind === 'read' || !this.hasAnswered;
        const isGone =
          isTold &&
          tries >= ROUNDS_OF_READS * this.nodes.length &&
          (await this.listAway()).length === this.nodes.length;
        if (isGone || Date.now() - started > patience) throw fault.error;
      }
      if (tries % this.nodes.length === 0) {
        await sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  /** A request of the REST interface that the library has no call for; the answer as JSON. */
  async request<T>(kind: 'read' | 'write', path: string, body?: object): Promise<T> {
    return this.run(kind, async () => {
      const node = this.nodes[this.current] as Node;
      const response = await fetch(`${node.url}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', ...this.authorization() },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(1000 * (kind === 'read' ? TIMEOUTS.query : TIMEOUTS.insert)),
      });
      if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 300)}`);
      const answer = (await response.json()) as T & { errors?: { message: string }[] };
      // GraphQL tells its errors so.
      if (answer.errors?.[0] !== undefined) throw new Error(answer.errors[0].message);
      return answer;
    });
  }

  async close(): Promise<void> {
    for (const node of this.nodes) {
      const client = await node.client?.catch(() => null);
      node.client = null;
      await client?.close();
    }
  }

  private async runAt<T>(node: Node, work: (client: WeaviateClient) => Promise<T>): Promise<T> {
    if (Date.now() - node.answered > TRUSTED) await this.checkReady(node);
    node.client ??= this.connect(node);
    const client = await node.client;
    const watch = this.watch(node);
    try {
      return await Promise.race([work(client), watch.gone]);
    } finally {
      watch.end();
    }
  }

  private connect(node: Node): Promise<WeaviateClient> {
    const http = new URL(node.url);
    const grpc = new URL(node.grpcUrl);
    const { apiKey } = this.settings;
    return weaviate.connectToCustom({
      httpHost: http.hostname,
      httpPath: http.pathname === '/' ? '' : http.pathname,
      httpPort: portOf(http),
      httpSecure: http.protocol === 'https:',
      grpcHost: grpc.hostname,
      grpcPort: portOf(grpc),
      grpcSecure: grpc.protocol === 'https:',
      ...(apiKey === null ? {} : { authCredentials: new weaviate.ApiKey(apiKey) }),
      timeout: TIMEOUTS,
      skipInitChecks: true,
    });
  }

  private async checkReady(node: Node): Promise<void> {
    const response = await fetch(`${node.url}/v1/.well-known/ready`, {
      headers: this.authorization(),
      signal: AbortSignal.timeout(READY_TIMEOUT),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new NodeGoneError(node.url, `not ready: ${response.status}`);
    await checkListening(node.grpcUrl);
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
  private watch(node: Node): { gone: Promise<never>; end: () => void } {
    let timer: NodeJS.Timeout;
    let isOver = false;
    const gone = new Promise<never>((_, reject) => {
      const look = () =>
        this.checkReady(node).then(
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

/** gRPC itself waits long for an address at which nothing listens, and does not say so. */
async function checkListening(address: string): Promise<void> {
  const url = new URL(address);
  const socket = connect({ host: url.hostname, port: portOf(url) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(READY_TIMEOUT) });
  } catch (cause) {
    throw new NodeGoneError(address, 'nothing listens', { cause });
  } finally {
    socket.destroy();
  }
}

const portOf = ({ port, protocol }: URL) => (port !== '' ? Number(port) : protocol === 'https:' ? 443 : 80);
