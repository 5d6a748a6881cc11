import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Failure =
  | { status: number; message?: string; headers?: Record<string, string> }
  /** 200 with whatever stands here. */
  | { raw: string; contentType?: string }
  /** Takes the request and never answers, or breaks the connection. */
  | 'hang'
  | 'reset'
  /** Status 200 and headers, and then nothing. */
  | 'hang after headers'
  /** Bytes as they are, one piece after the other. */
  | RawBody;

export type RawBody = {
  body: readonly (string | Buffer)[];
  status?: number;
  headers?: Record<string, string>;
  /** Milliseconds between the pieces. */
  every?: number;
};

/**
 * A streamed reply: its pieces, and how it ends. An object among the pieces is a delta of its own; `error` sends an
 * error object in the stream.
 */
export type ChatReply =
  | Failure
  | { pieces: readonly (string | object)[]; end?: 'done' | 'hang' | 'cut' | 'error' };

/** One entry an input; an entry may be anything, to try what must be refused. */
export type EmbeddingsReply = Failure | { vectors: readonly unknown[] };

export type ReceivedRequest = {
  path: string;
  authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the client sent
  body: any;
};

export type OpenAIServer = {
  /** With /v1, as OPENAI_BASE_URL has it. */
  url: string;
  requests: ReceivedRequest[];
  /** Ends when no reply is open any more (all sent, or given up by the client); fails after two seconds. */
  whenLeft(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Speaks the OpenAI wire protocol on a port of its own: POST /v1/chat/completions (streamed) and
 * POST /v1/embeddings. What is called without a reply at hand answers 418 and makes `close` fail.
 */
export async function startOpenAIServer(replies: {
  chat?: (request: ReceivedRequest, call: number) => ChatReply;
  embeddings?: (request: ReceivedRequest, call: number) => EmbeddingsReply;
}): Promise<OpenAIServer> {
  const requests: ReceivedRequest[] = [];
  const unexpected: string[] = [];
  const calls = { chat: 0, embeddings: 0 };
  const open = new Set<ServerResponse>();
  const server = createServer(async (incoming, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    const request = await receive(incoming);
    requests.push(request);
    if (request.path === '/v1/chat/completions' && replies.chat) {
      sendChat(response, replies.chat(request, calls.chat++));
    } else if (request.path === '/v1/embeddings' && replies.embeddings) {
      sendEmbeddings(response, replies.embeddings(request, calls.embeddings++));
    } else {
      unexpected.push(`${incoming.method} ${request.path}`);
      sendFailure(response, { status: 418, message: 'not expected' });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    whenLeft: () => waitUntilEmpty(open),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (unexpected.length > 0) throw new Error(`unexpected calls: ${unexpected.join(', ')}`);
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  let text = '';
  for await (const piece of incoming) text += piece;
  return {
    path: incoming.url ?? '',
    authorization: incoming.headers.authorization,
    body: text === '' ? null : JSON.parse(text),
  };
}

function sendFailure(response: ServerResponse, failure: Failure): void {
  if (failure === 'hang') return;
  if (failure === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (failure === 'hang after headers') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    return;
  }
  if ('body' in failure) {
    void sendBody(response, failure);
    return;
  }
  if ('raw' in failure) {
    response.writeHead(200, { 'content-type': failure.contentType ?? 'application/json' });
    response.end(failure.raw);
    return;
  }
  response.writeHead(failure.status, { 'content-type': 'application/json', ...failure.headers });
  response.end(
    JSON.stringify({ error: { message: failure.message ?? 'refused', type: 'error', code: null } }),
  );
}

async function sendBody(response: ServerResponse, { body, status, headers, every }: RawBody): Promise<void> {
  response.writeHead(status ?? 200, { 'content-type': 'text/event-stream', ...headers });
  const closed = new Promise((resolve) => response.once('close', resolve));
  for (const piece of body) {
    if (response.destroyed) return;
    if (!response.write(piece)) {
      await Promise.race([new Promise((resolve) => response.once('drain', resolve)), closed]);
    }
    if (every !== undefined) await new Promise((resolve) => setTimeout(resolve, every));
  }
  response.end();
}

function sendChat(response: ServerResponse, reply: ChatReply): void {
  if (typeof reply === 'string' || !('pieces' in reply)) {
    sendFailure(response, reply);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`);
  const chunk = (delta: object, finish: string | null) => ({
    id: 'chat-1',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'stand-in',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  send(chunk({ role: 'assistant', content: '' }, null));
  for (const piece of reply.pieces) {
    send(chunk(typeof piece === 'string' ? { content: piece } : piece, null));
  }
  switch (reply.end ?? 'done') {
    case 'done':
      send(chunk({}, 'stop'));
      response.end('data: [DONE]\n\n');
      return;
    case 'error':
      send({ error: { message: 'overloaded', type: 'server_error' } });
      response.end();
      return;
    case 'cut':
      // Only once the pieces are on their way, or they are lost with the connection.
      setTimeout(() => response.destroy(), 50);
      return;
    case 'hang':
      return;
  }
}

function sendEmbeddings(response: ServerResponse, reply: EmbeddingsReply): void {
  if (typeof reply === 'string' || !('vectors' in reply)) {
    sendFailure(response, reply);
    return;
  }
  const data = reply.vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
  response.writeHead(200, { 'content-type': 'application/json' });
  // NaN is no JSON, yet servers send it; a string stands in for it until the text is made.
  const text = JSON.stringify({ object: 'list', data, model: 'stand-in', usage: {} }, (_, value) =>
    typeof value === 'number' && Number.isNaN(value) ? '<NaN>' : value,
  );
  response.end(text.replaceAll('"<NaN>"', 'NaN'));
}

async function waitUntilEmpty(open: ReadonlySet<unknown>): Promise<void> {
  const deadline = Date.now() + 2000;
  while (open.size > 0) {
    if (Date.now() > deadline) throw new Error('the client keeps a reply open');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
