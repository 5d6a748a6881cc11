import { once } from 'node:events';
import { connect } from 'node:http2';
import weaviate, { type WeaviateClient } from 'weaviate-client';
import { NodeGoneError } from './faults.js';

/** Of single requests, in seconds. */
export const TIMEOUTS = { init: 5, query: 20, insert: 60 };
/** How long a node may take to say that it is ready, in milliseconds. */
const READY_TIMEOUT = 2000;

/** Where a node answers. */
type Address = { url: string; grpcUrl: string };

// The library writes each of its own tries with a stack to the terminal; what matters is what becomes of the request.
const warn = console.warn;
console.warn = (...said: unknown[]) => {
  if (!said.some((one) => typeof one === 'string' && /^(?:Attempt|Healthcheck) \d+ failed/.test(one)))
    warn(...said);
};

/** The library's client of one node. Throws where the node does not tell its version. */
export async function connectTo({ url, grpcUrl }: Address, apiKey: string | null): Promise<WeaviateClient> {
  const http = new URL(url);
  const grpc = new URL(grpcUrl);
  const client = await weaviate.connectToCustom({
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
  try {
    // Else it asks with the first request, and where that fails leaves promises that nobody hears of: the process would end.
    await client.getWeaviateVersion();
    return client;
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** Throws where the node does not say that it is ready, or what gRPC speaks is not spoken at its address. */
export async function checkReady({ url, grpcUrl }: Address, headers: Record<string, string>): Promise<void> {
  const response = await fetch(`${url}/v1/.well-known/ready`, {
    headers,
    signal: AbortSignal.timeout(READY_TIMEOUT),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new NodeGoneError(url, `not ready: ${response.status}`);
  await checkSpeaking(grpcUrl);
}

/** gRPC itself waits long where nothing listens, something else does or what listens hangs, and does not say so. */
async function checkSpeaking(address: string): Promise<void> {
  const session = connect(address);
  session.on('error', () => {});
  try {
    await once(session, 'remoteSettings', { signal: AbortSignal.timeout(READY_TIMEOUT) });
  } catch (cause) {
    throw new NodeGoneError(address, 'nobody answers', { cause });
  } finally {
    session.destroy();
  }
}

const portOf = ({ port, protocol }: URL) => (port !== '' ? Number(port) : protocol === 'https:' ? 443 : 80);
