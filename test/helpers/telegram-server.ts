import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { SentFiles } from './telegram-files.js';
import { Messages, type Shown } from './telegram-messages.js';
import {
  type Fault,
  getMe,
  type Payload,
  Refusal,
  type Reply,
  readPayload,
  refuse,
  refuseFor,
  send,
  TOKEN,
} from './telegram-protocol.js';
import { Queries } from './telegram-queries.js';
import { UpdateQueue } from './telegram-update-queue.js';
import { Webhook } from './telegram-webhook.js';

export type { Shown } from './telegram-messages.js';

/** A call that the bot made, as it arrived. */
export type Call = {
  method: string;
  payload: Record<string, unknown>;
  delivered: boolean;
  /** When it arrived, in milliseconds of performance.now(). */
  at: number;
};

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/** A Bot API server on loopback that behaves as the real one in what the bot uses. */
export class TelegramServer {
  readonly calls: Call[] = [];
  private readonly server: Server;
  private readonly faults = new Map<string, Fault[]>();
  readonly messages = new Messages();
  readonly queries = new Queries();
  /** What people sent, for getFile and the download. */
  readonly files = new SentFiles();
  readonly webhook = new Webhook();
  private readonly watchers = new Set<() => void>();
  private readonly updates = new UpdateQueue();
  private nextMessageId = 1;
  /** Methods that came into the Bot API after this server was built: it is one from before rich messages. */
  readonly unknown = new Set(['sendRichMessage']);
  /** What a server says that says yes to whatever it does not know. */
  readonly blindly = new Map<string, unknown>();
  /** Who administrates the groups. */
  readonly groupAdmins = new Set<number>();
  /** The token that the server knows. */
  token = TOKEN;
  /** What goes wrong where `fail` says nothing, call by call. */
  chaos: (method: string) => Fault | undefined = () => undefined;
  /** How long an answer is on its way, in milliseconds. */
  latency = 0;

  private constructor() {
    this.server = createServer((request, response) => {
      void this.serve(request, response);
    });
    // As the real server, which does not drop a connection that is idle for a few seconds.
    this.server.keepAliveTimeout = 75_000;
  }

  static async start(): Promise<TelegramServer> {
    const telegram = new TelegramServer();
    await new Promise<void>((done) => telegram.server.listen(0, '127.0.0.1', done));
    return telegram;
  }

  /** The messages that stand in the chats, in the order in which they were sent. */
  get shown(): Shown[] {
    return this.messages.shown;
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** The next calls of the method fail, in this order. */
  fail(method: string, ...faults: Fault[]): void {
    this.faults.set(method, [...(this.faults.get(method) ?? []), ...faults]);
  }

  /** The server is out of reach until the work is done. */
  async whileGone(work: () => Promise<void>): Promise<void> {
    const { port } = this.server.address() as AddressInfo;
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    // Until the bot has seen that its idle connections are gone: a send on one of them would be lost on the way.
    await wait(50);
    await work();
    await new Promise<void>((done) => this.server.listen(port, '127.0.0.1', done));
  }

  /** Brings an update to the bot. */
  push(update: Omit<Update, 'update_id'>): void {
    this.queries.arrive(update);
    this.updates.push(update);
    this.changed();
  }

  newMessageId(): number {
    return this.nextMessageId++;
  }

  /** Resolves as soon as the condition holds; looks again at every call and update; waits `patience` milliseconds. */
  async until(condition: () => boolean, what: string, patience = 30_000): Promise<void> {
    if (condition()) return;
    await new Promise<void>((done, fail) => {
      const timer = setTimeout(() => {
        this.watchers.delete(look);
        fail(
          new Error(`Waited in vain for ${what}; shown: ${JSON.stringify(this.shown.map((m) => m.text))}`),
        );
      }, patience);
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        this.watchers.delete(look);
        done();
      };
      this.watchers.add(look);
    });
  }

  /** The messages that stand in a chat. */
  shownIn(chatId: number): Shown[] {
    return this.shown.filter((message) => message.chatId === chatId);
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Updates that the bot has not confirmed. */
  get unconfirmed(): number {
    return this.updates.size;
  }

  /** Ends the wait of the poller that is connected, as a restart of the server does. */
  endPolls(): void {
    this.server.closeAllConnections();
  }

  private changed(): void {
    for (const watcher of [...this.watchers]) watcher();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/file/')) return this.files.serve(request, response, this.token);
    const [, token = '', method = ''] = /^\/bot([^/]*)\/(\w+)/.exec(request.url ?? '') ?? [];
    const payload = await readPayload(request);
    const fault = this.faults.get(method)?.shift() ?? this.chaos(method);
    const call: Call = { method, payload, delivered: false, at: performance.now() };
    this.calls.push(call);
    this.changed();
    if (fault?.kind === 'drop-before-delivery') return this.drop(request);
    const reply = fault === undefined || fault.kind === 'drop-after-delivery' ? null : refuseFor(fault);
    const answered = reply ?? (await this.answer(token, method, payload, request));
    call.delivered = answered.status === 200;
    if (this.latency > 0) await wait(this.latency);
    if (fault?.kind === 'drop-after-delivery') this.drop(request);
    else if (!response.destroyed) send(response, answered);
    this.changed();
  }

  private drop(request: IncomingMessage): void {
    request.socket.destroy();
    this.changed();
  }

  private async answer(
    token: string,
    method: string,
    payload: Payload,
    request: IncomingMessage,
  ): Promise<Reply> {
    try {
      if (token !== this.token) throw new Refusal(401, 'Unauthorized');
      return { status: 200, body: { ok: true, result: await this.perform(method, payload, request) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(error.code, error.description, error.parameters);
    }
  }

  private perform(method: string, payload: Payload, request: IncomingMessage): unknown {
    if (this.blindly.has(method)) return this.blindly.get(method);
    if (this.unknown.has(method)) throw new Refusal(404, 'Not Found');
    switch (method) {
      case 'getMe':
        return getMe();
      case 'getUpdates':
        if (this.webhook.url !== '') throw new Refusal(409, WEBHOOK_ACTIVE);
        return this.updates.take(payload, request);
      case 'getFile':
        return this.files.getFile(payload);
      case 'sendMessage':
        return this.messages.send(payload, this.newMessageId());
      case 'sendRichMessage':
        return this.messages.sendRich(payload, this.newMessageId());
      case 'sendMessageDraft':
        return this.messages.draft(payload);
      case 'editMessageText':
        return this.messages.editText(payload, !this.unknown.has('sendRichMessage'));
      case 'editMessageReplyMarkup':
        return this.messages.editMarkup(payload);
      case 'deleteMessage':
        return this.messages.delete(payload);
      case 'getChatMember': {
        const userId = Number(payload.user_id);
        return { status: this.groupAdmins.has(userId) ? 'administrator' : 'member', user: { id: userId } };
      }
      case 'answerCallbackQuery':
        return this.queries.answerCallback(payload);
      case 'answerInlineQuery':
        return this.queries.answerInline(payload);
      case 'getWebhookInfo':
        return this.webhook.info();
      case 'deleteWebhook':
        return this.webhook.delete();
      case 'setWebhook':
        return this.webhook.set(payload);
      case 'sendChatAction':
      case 'setMyCommands':
        return true;
      default:
        throw new Refusal(404, 'Not Found');
    }
  }
}
