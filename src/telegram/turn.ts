import type { Context } from 'grammy';
import type { InlineKeyboardMarkup, User } from 'grammy/types';
import type { BotParts } from './bot-parts.js';
import type { Button } from './buttons/action.js';
import type { Place } from './place.js';

/** One thing that a person wants of the bot: what a command's handler is given. */
export type Turn = {
  api: Context['api'];
  botName: string;
  /** undefined for an anonymous admin or a channel. */
  sender: User | undefined;
  place: Place;
  /** The message that asks, or was edited; null for a pressed button. */
  askedIn: number | null;
  /** What stands behind the command, or the whole question. */
  argument: string;
  parts: BotParts;
  /** Sends plain text to where the person wrote. */
  say(text: string): Promise<void>;
  /** Sends Telegram HTML, in several messages where it is long. */
  show(html: string, rows?: readonly (readonly Button[])[]): Promise<void>;
  /** Buttons for a message in this chat; undefined where there is none. */
  keyboard(rows: readonly (readonly Button[])[]): InlineKeyboardMarkup | undefined;
};

export type Command = (turn: Turn) => Promise<void>;
