import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { BOT, chatOf, checkKeyboard, type Payload, Refusal, readText } from './telegram-protocol.js';

/** A message as its reader sees it. */
export type Shown = {
  id: number;
  chatId: number;
  text: string;
  html: string;
  topicId: number | undefined;
  replyTo: number | undefined;
  keyboard: InlineKeyboardMarkup | undefined;
};

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** What stands in the chats: messages of the bot, and the drafts that a private chat shows for a while. */
export class TelegramChats {
  readonly shown: Shown[] = [];
  /** By chat; a message takes the draft's place. */
  readonly drafts = new Map<number, string>();

  constructor(private readonly newMessageId: () => number) {}

  send(payload: Payload): Message.TextMessage {
    const chatId = Number(payload.chat_id);
    const text = readText(payload);
    checkKeyboard(payload);
    const { message_id: replyTo } = (payload.reply_parameters ?? {}) as { message_id?: number };
    const topicId = payload.message_thread_id as number | undefined;
    const id = this.newMessageId();
    const message = { id, chatId, text, html: String(payload.text), topicId, replyTo };
    this.shown.push({ ...message, keyboard: keyboardOf(payload) });
    this.drafts.delete(chatId);
    return toMessage(message);
  }

  /** Without a keyboard the message loses the one that it has. */
  editText(payload: Payload): Message.TextMessage {
    const text = readText(payload);
    checkKeyboard(payload);
    return this.change(payload, { text, html: String(payload.text), keyboard: keyboardOf(payload) });
  }

  editKeyboard(payload: Payload): Message.TextMessage {
    checkKeyboard(payload);
    return this.change(payload, { keyboard: keyboardOf(payload) });
  }

  delete(payload: Payload): true {
    const message = this.find(payload, 'Bad Request: message to delete not found');
    this.shown.splice(this.shown.indexOf(message), 1);
    return true;
  }

  draft(payload: Payload): true {
    const chatId = Number(payload.chat_id);
    if (chatId < 0) throw new Refusal(400, 'Bad Request: TEXTDRAFT_PEER_INVALID');
    if (!Number.isInteger(payload.draft_id) || payload.draft_id === 0) {
      throw new Refusal(400, 'Bad Request: RANDOM_ID_INVALID');
    }
    this.drafts.set(chatId, readText(payload));
    return true;
  }

  private change(payload: Payload, to: Partial<Shown>): Message.TextMessage {
    const message = this.find(payload, 'Bad Request: message to edit not found');
    const before = JSON.stringify(message);
    Object.assign(message, to);
    if (JSON.stringify(message) === before) throw new Refusal(400, NOT_MODIFIED);
    return toMessage(message);
  }

  private find({ chat_id, message_id }: Payload, refusal: string): Shown {
    const found = this.shown.find(({ id, chatId }) => id === message_id && chatId === chat_id);
    if (found === undefined) throw new Refusal(400, refusal);
    return found;
  }
}

const keyboardOf = (payload: Payload) => payload.reply_markup as InlineKeyboardMarkup | undefined;

function toMessage({ id, chatId, text }: Pick<Shown, 'id' | 'chatId' | 'text'>): Message.TextMessage {
  return { message_id: id, date: 1, chat: chatOf(chatId), from: BOT, text };
}
