import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { BOT, chatOf, checkKeyboard, type Payload, Refusal, readText } from './telegram-protocol.js';

/** A message as its reader sees it. */
export type Shown = {
  chatId: number;
  messageId: number;
  text: string;
  html: string;
  topicId: number | undefined;
  replyTo: number | undefined;
  keyboard: InlineKeyboardMarkup | undefined;
  /** When it appeared, in milliseconds of performance.now(). */
  at: number;
};

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The messages that the bot sent, as they stand in the chats; changed and taken back as the real server does it. */
export class Messages {
  readonly shown: Shown[] = [];
  /** By private chat; a message takes the draft's place. */
  readonly drafts = new Map<number, string>();

  send(payload: Payload, messageId: number): Message.TextMessage {
    const chatId = Number(payload.chat_id);
    const text = readText(payload);
    checkKeyboard(payload);
    const { message_id: replyTo } = (payload.reply_parameters ?? {}) as { message_id?: number };
    const topicId = payload.message_thread_id as number | undefined;
    const keyboard = payload.reply_markup as InlineKeyboardMarkup | undefined;
    const html = String(payload.text);
    this.shown.push({ chatId, messageId, text, html, topicId, replyTo, keyboard, at: performance.now() });
    this.drafts.delete(chatId);
    return describe(chatId, messageId, text);
  }

  editText(payload: Payload): Message.TextMessage {
    const message = this.find(payload, 'edit');
    const text = readText(payload);
    checkKeyboard(payload);
    return this.change(message, text, String(payload.text), payload);
  }

  editMarkup(payload: Payload): Message.TextMessage {
    const message = this.find(payload, 'edit');
    checkKeyboard(payload);
    return this.change(message, message.text, message.html, payload);
  }

  delete(payload: Payload): true {
    this.shown.splice(this.shown.indexOf(this.find(payload, 'delete')), 1);
    return true;
  }

  /** What is shown while an answer is written, in private chats alone; it is no message. */
  draft(payload: Payload): true {
    if (!(Number(payload.chat_id) > 0)) throw new Refusal(400, 'Bad Request: TEXTDRAFT_PEER_INVALID');
    if (!Number(payload.draft_id)) throw new Refusal(400, 'Bad Request: DRAFT_ID_INVALID');
    this.drafts.set(Number(payload.chat_id), readText(payload));
    return true;
  }

  /** An edit without buttons takes those of the message away. */
  private change(message: Shown, text: string, html: string, payload: Payload): Message.TextMessage {
    const keyboard = payload.reply_markup as InlineKeyboardMarkup | undefined;
    const state = (shownHtml: string, buttons: unknown) => JSON.stringify([shownHtml, buttons ?? null]);
    if (state(html, keyboard) === state(message.html, message.keyboard)) throw new Refusal(400, NOT_MODIFIED);
    Object.assign(message, { text, html, keyboard });
    return describe(message.chatId, message.messageId, text);
  }

  private find(payload: Payload, what: string): Shown {
    const { chat_id, message_id } = payload;
    const found = this.shown.find(
      ({ chatId, messageId }) => chatId === Number(chat_id) && messageId === Number(message_id),
    );
    if (found === undefined) throw new Refusal(400, `Bad Request: message to ${what} not found`);
    return found;
  }
}

function describe(chatId: number, message_id: number, text: string): Message.TextMessage {
  return { message_id, date: Math.floor(Date.now() / 1000), chat: chatOf(chatId), from: BOT, text };
}
