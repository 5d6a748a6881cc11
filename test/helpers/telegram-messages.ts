import type { InlineKeyboardMarkup, Message, RichBlock } from 'grammy/types';
import { BOT, chatOf, checkKeyboard, type Payload, Refusal, readText } from './telegram-protocol.js';
import { readRich } from './telegram-rich.js';

/** A message as its reader sees it. */
export type Shown = {
  chatId: number;
  messageId: number;
  text: string;
  html: string;
  /** Of a rich message. */
  blocks: RichBlock[] | undefined;
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

  send(payload: Payload, messageId: number, content: Content = readContent(payload)): Message {
    const chatId = Number(payload.chat_id);
    checkKeyboard(payload);
    const { message_id: replyTo } = (payload.reply_parameters ?? {}) as { message_id?: number };
    const topicId = payload.message_thread_id as number | undefined;
    const keyboard = payload.reply_markup as InlineKeyboardMarkup | undefined;
    const message = { chatId, messageId, ...content, topicId, replyTo, keyboard, at: performance.now() };
    this.shown.push(message);
    this.drafts.delete(chatId);
    return describe(message);
  }

  sendRich(payload: Payload, messageId: number): Message {
    return this.send(payload, messageId, readRichContent(payload));
  }

  /** `knowsRich`: an older server passes over the rich content and finds no text. */
  editText(payload: Payload, knowsRich: boolean): Message {
    const message = this.find(payload, 'edit');
    const isRich = knowsRich && payload.rich_message !== undefined;
    const content = isRich ? readRichContent(payload) : readContent(payload);
    checkKeyboard(payload);
    return this.change(message, content, payload);
  }

  editMarkup(payload: Payload): Message {
    const message = this.find(payload, 'edit');
    checkKeyboard(payload);
    const { text, html, blocks } = message;
    return this.change(message, { text, html, blocks }, payload);
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
  private change(message: Shown, content: Content, payload: Payload): Message {
    const keyboard = payload.reply_markup as InlineKeyboardMarkup | undefined;
    const state = (shownHtml: string, buttons: unknown) => JSON.stringify([shownHtml, buttons ?? null]);
    if (state(content.html, keyboard) === state(message.html, message.keyboard))
      throw new Refusal(400, NOT_MODIFIED);
    Object.assign(message, { ...content, keyboard });
    return describe(message);
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

type Content = Pick<Shown, 'text' | 'html' | 'blocks'>;

function readContent(payload: Payload): Content {
  return { text: readText(payload), html: String(payload.text), blocks: undefined };
}

function readRichContent(payload: Payload): Content {
  return { ...readRich(payload), html: String((payload.rich_message as { html: unknown }).html) };
}

function describe({ chatId, messageId, text, blocks }: Shown): Message {
  const content = blocks === undefined ? { text } : { rich_message: { blocks } };
  const date = Math.floor(Date.now() / 1000);
  return { message_id: messageId, date, chat: chatOf(chatId), from: BOT, ...content } as Message;
}
