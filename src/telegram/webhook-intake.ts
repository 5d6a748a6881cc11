import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConcurrentSink } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { TelegramError } from '../domain/errors.js';
import type { TelegramSettings } from '../domain/settings.js';
import * as wording from '../domain/wording/telegram.js';
import type { BotParts } from './bot-parts.js';
import { CONCURRENCY, type Intake } from './intake.js';
import { persist } from './persist.js';
import { ALLOWED_UPDATES } from './poll-updates.js';

const HEALTH_PATH = '/healthz';
/** An update is a message of 4,096 characters and what stands around it. */
const BODY_LIMIT = 1_000_000;
/** Telegram sends an update again when our answer was lost: so many ids are remembered. */
const IDS_KEPT = 1_000;

/**
 * Updates pushed by Telegram to our own port; whoever does not know the secret is turned away.
 * @throws TelegramError when the port cannot be had or Telegram refuses the address.
 */
export async function startWebhook(
  bot: Bot,
  webhook: NonNullable<TelegramSettings['webhook']>,
  { log, pace }: BotParts,
  signal: AbortSignal,
): Promise<Intake> {
  const taken = new Set<number>();
  const sink = createConcurrentSink(
    { consume: (update: Update) => bot.handleUpdate(update) },
    async (error: unknown) => log.error({ error }, wording.turnFailed()),
    { concurrency: CONCURRENCY },
  );

  const take = async (request: IncomingMessage): Promise<number> => {
    if (request.url === HEALTH_PATH && request.method === 'GET') return 200;
    if (request.url?.split('?')[0] !== new URL(webhook.url).pathname || request.method !== 'POST') return 404;
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'], webhook.secret)) return 401;
    if (sink.size() >= CONCURRENCY) return 503;
    const update = parseUpdate(await readBody(request));
    if (update === null) return 400;
    if (!taken.has(update.update_id)) void sink.handle([update]);
    remember(taken, update.update_id);
    return 200;
  };

  const server = createServer((request, response) => {
    take(request).then(
      (status) => reply(response, status),
      () => reply(response, 400),
    );
  });
  const ended = new Promise<void>((done) => server.once('close', done));
  await listen(server, webhook.port);
  const { port } = server.address() as AddressInfo;
  const address = { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES };
  try {
    await persist(() => bot.api.setWebhook(webhook.url, address), { pace, log, signal });
  } catch (error) {
    server.close();
    throw error;
  }
  log.info({ port }, wording.webhookListening(port));
  return {
    ended,
    size: () => sink.size(),
    async stop() {
      server.close();
      // Whoever is still sending is cut off: Telegram sends the update again.
      setTimeout(() => server.closeAllConnections(), pace.apologiseWithin).unref();
      await ended;
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new TelegramError(wording.portNotFree(port), { cause: error });
  }
}

function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const [ours, theirs] = [Buffer.from(secret), Buffer.from(String(given ?? ''))];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** @throws when the body is longer than the limit or breaks off. */
async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += (piece as Buffer).length;
    if (length > BODY_LIMIT) throw new RangeError('body too long');
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString();
}

function parseUpdate(body: string): Update | null {
  try {
    const update = JSON.parse(body) as Partial<Update> | null;
    return Number.isInteger(update?.update_id) ? (update as Update) : null;
  } catch {
    return null;
  }
}

function remember(ids: Set<number>, id: number): void {
  ids.add(id);
  const [oldest] = ids;
  if (ids.size > IDS_KEPT && oldest !== undefined) ids.delete(oldest);
}

function reply(response: ServerResponse, status: number): void {
  // Without keep-alive nothing holds the port after a stop.
  response.writeHead(status, { connection: 'close' }).end(status === 200 ? 'ok' : '');
}
