import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Answer = { status: number; body: unknown };

/**
 * What to do with a request: pass it on (and perhaps change the answer), refuse it for ever, or leave it without any answer.
 * `body` is JSON.
 */
export type Interference = {
  isHung?: boolean;
  isRefused?: boolean;
  /** Before a request that writes is passed on or refused. */
  beforeWrite?: () => Promise<void>;
  change?: (path: string, body: unknown, answer: Answer) => Answer;
};

/** A server between the program and another server of HTTP and JSON. */
export async function startRestProxy(target: string, interference: Interference): Promise<string> {
  const server = createServer((request, response) => {
    if (interference.isHung) return;
    pass(request, response).catch((error: Error) => response.writeHead(502).end(error.message));
  });
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await readBody(request);
    if (isWrite(request, sent)) await interference.beforeWrite?.();
    if (interference.isRefused) {
      response.writeHead(403).end();
      return;
    }
    const { authorization } = request.headers;
    const answered = await fetch(target + request.url, {
      method: request.method ?? 'GET',
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: sent === '' ? null : sent,
    });
    const text = await answered.text();
    const answer = { status: answered.status, body: text === '' ? null : JSON.parse(text) };
    const path = request.url ?? '';
    const { status, body } =
      interference.change?.(path, sent === '' ? null : JSON.parse(sent), answer) ?? answer;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === null ? '' : JSON.stringify(body));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const isWrite = ({ method, url = '' }: IncomingMessage, sent: string): boolean =>
  method === 'DELETE' ? !sent.includes('"dryRun":true') : url.startsWith('/v1/batch/objects');

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
