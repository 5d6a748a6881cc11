import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { TelegramError } from '../domain/errors.js';
import type { TelegramSettings } from '../domain/settings.js';
import * as wording from '../domain/wording/telegram.js';
import type { BotParts } from './bot-parts.js';
import { createSink } from './create-sink.js';
import { CONCURRENCY, type Intake } from './intake.js';
import { persist } from './persist.js';
import { ALLOWED_UPDATES } from './poll-updates.js';
import { createHealth } from './webhook-health.js';

const HEALTH_PATH = '/health';
/** An update is a message of 4,096 characters and what stands around it. */
const BODY_LIMIT = 1_000_000;

/**
 * Updates pushed by Telegram to our own port; whoever does not know the secret is turned away.
 * @throws TelegramError when the port cannot be had or Telegram refuses the address.
 */
export async function startWebhook(
  bot: Bot,
  webhook: NonNullable<TelegramSettings['webhook']>,
  parts: BotParts,
  signal: AbortSignal,
): Promise<Intake> {
  const { log, pace, inbox } = parts;
  const sink = createSink(bot, parts);
  const health = createHealth({ api: bot.api, url: webhook.url, waiting: () => sink.size() });

  const take = async (request: IncomingMessage): Promise<number> => {
    if (request.url?.split('?')[0] !== new URL(webhook.url).pathname || request.method !== 'POST') return 404;
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'], webhook.secret)) return 401;
    if (sink.size() >= CONCURRENCY) return 503;
    const update = parseUpdate(await readBody(request));
    if (update === null) return 400;
    health.arrived();
    // Kept before the answer tells Telegram that it was taken.
    void sink.handle(inbox.take([update], bot.botInfo));
    return 200;
  };

  const server = createServer((request, response) => {
    const isHealth = request.url === HEALTH_PATH && request.method === 'GET';
    const answer = isHealth
      ? health.look().then((state) => reply(response, 200, state))
      : take(request).then((status) => reply(response, status));
    answer.catch(() => reply(response, 400));
  });
  void sink.handle(inbox.takeLeft());
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

function reply(response: ServerResponse, status: number, body: object = {}): void {
  // Without keep-alive nothing holds the port after a stop.
  const headers = { connection: 'close', 'content-type': 'application/json' };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
