import type { Context } from 'grammy';
import type { User } from 'grammy/types';
import type { BotParts } from './bot-parts.js';
import { createKeyboard } from './buttons/keyboard.js';
import { escapeHtml } from './escape-html.js';
import type { Place } from './place.js';
import { sendHtml } from './send-html.js';
import type { Turn } from './turn.js';

export function createTurn(ctx: Context, sender: User | undefined, place: Place, parts: BotParts): Turn {
  const keyboard: Turn['keyboard'] = (rows) =>
    createKeyboard(rows, place.chatId, { presses: parts.store.presses, now: parts.now() });
  return {
    api: ctx.api,
    botName: ctx.me.username,
    sender,
    place,
    askedIn: (ctx.message ?? ctx.editedMessage)?.message_id ?? null,
    argument: '',
    parts,
    say: async (text) => {
      await sendHtml(ctx.api, place, escapeHtml(text));
    },
    show: async (html, rows = []) => {
      await sendHtml(ctx.api, place, html, keyboard(rows));
    },
    keyboard,
  };
}
