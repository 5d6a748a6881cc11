import { type AgentOptions, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Servers close connections that idle for longer, Node's own after 5 s. */
const IDLE = 3_000;

/**
 * Connections to Telegram, closed before the server does it: a send on one that the server has just closed breaks off, and
 * then nobody can say whether it arrived. `idle` in milliseconds.
 */
export function createConnections(apiRoot: string, idle = IDLE): HttpAgent {
  const options: AgentOptions = { keepAlive: true, timeout: idle };
  return apiRoot.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options);
}
