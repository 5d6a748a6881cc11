import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InlineKeyboardMarkup, Message, Update } from 'grammy/types';
import {
  BOT,
  chatOf,
  checkKeyboard,
  type Fault,
  getMe,
  type Payload,
  Refusal,
  type Reply,
  readPayload,
  readText,
  refuse,
  refuseFor,
  send,
  TOKEN,
} from './telegram-protocol.js';
import { Queries } from './telegram-queries.js';
import { UpdateQueue } from './telegram-update-queue.js';

/** A call that the bot made, as it arrived. */
export type Call = { method: string; payload: Record<string, unknown>; delivered: boolean };

/** A message as its reader sees it. */
export type Shown = {
  chatId: number;
  text: string;
  html: string;
  topicId: number | undefined;
  replyTo: number | undefined;
  keyboard: InlineKeyboardMarkup | undefined;
};

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/** A Bot API server on loopback that behaves as the real one in what the bot uses. */
export class TelegramServer {
  readonly calls: Call[] = [];
  readonly shown: Shown[] = [];
  private readonly server: Server;
  private readonly faults = new Map<string, Fault[]>();
  private readonly messages = new Map<string, string>();
  readonly queries = new Queries();
  private readonly watchers = new Set<() => void>();
  private readonly updates = new UpdateQueue();
  private nextMessageId = 1;
  webhookUrl = '';
  /** Who administrates the groups. */
  readonly groupAdmins = new Set<number>();
  /** The token that the server knows. */
  token = TOKEN;

  private constructor() {
    this.server = createServer((request, response) => {
      void this.serve(request, response);
    });
  }

  static async start(): Promise<TelegramServer> {
    const telegram = new TelegramServer();
    await new Promise<void>((done) => telegram.server.listen(0, '127.0.0.1', done));
    return telegram;
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

  /** Brings an update to the bot; returns its message id. */
  push(update: Omit<Update, 'update_id'>): void {
    this.queries.arrive(update);
    this.updates.push(update);
    this.changed();
  }

  newMessageId(): number {
    return this.nextMessageId++;
  }

  /** Resolves as soon as the condition holds; looks again at every call and update; waits `patience` milliseconds. */
  async until(condition: () => boolean, what: string, patience = 4_000): Promise<void> {
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
    const [, token = '', method = ''] = /^\/bot([^/]*)\/(\w+)/.exec(request.url ?? '') ?? [];
    const payload = await readPayload(request);
    const fault = this.faults.get(method)?.shift();
    const call: Call = { method, payload, delivered: false };
    this.calls.push(call);
    this.changed();
    if (fault?.kind === 'drop-before-delivery') return this.drop(request);
    const reply = fault === undefined || fault.kind === 'drop-after-delivery' ? null : refuseFor(fault);
    const answered = reply ?? (await this.answer(token, method, payload, request));
    call.delivered = answered.status === 200;
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
    switch (method) {
      case 'getMe':
        return getMe();
      case 'getUpdates':
        if (this.webhookUrl !== '') throw new Refusal(409, WEBHOOK_ACTIVE);
        return this.updates.take(payload, request);
      case 'sendMessage':
        return this.sendMessage(payload);
      case 'editMessageText':
        return this.editMessageText(payload);
      case 'getChatMember': {
        const userId = Number(payload.user_id);
        return { status: this.groupAdmins.has(userId) ? 'administrator' : 'member', user: { id: userId } };
      }
      case 'deleteWebhook':
        this.webhookUrl = '';
        return true;
      case 'setWebhook':
        this.webhookUrl = String(payload.url);
        return true;
      case 'answerCallbackQuery':
        return this.queries.answerCallback(payload);
      case 'answerInlineQuery':
        return this.queries.answerInline(payload);
      case 'sendChatAction':
      case 'setMyCommands':
        return true;
      default:
        throw new Refusal(404, 'Not Found');
    }
  }

  private sendMessage(payload: Payload): Message.TextMessage {
    const chatId = Number(payload.chat_id);
    const text = readText(payload);
    checkKeyboard(payload);
    const message_id = this.newMessageId();
    this.messages.set(`${chatId}/${message_id}`, text);
    const { message_id: replyTo } = (payload.reply_parameters ?? {}) as { message_id?: number };
    const topicId = payload.message_thread_id as number | undefined;
    const keyboard = payload.reply_markup as InlineKeyboardMarkup | undefined;
    this.shown.push({ chatId, text, html: String(payload.text), topicId, replyTo, keyboard });
    return { message_id, date: 1, chat: chatOf(chatId), from: BOT, text };
  }

  private editMessageText(payload: Payload): true {
    const key = `${payload.chat_id}/${payload.message_id}`;
    const text = readText(payload);
    if (!this.messages.has(key)) throw new Refusal(400, 'Bad Request: message to edit not found');
    if (this.messages.get(key) === text) {
      throw new Refusal(
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    this.messages.set(key, text);
    return true;
  }
}
