import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Answer } from '../../domain/answer.js';
import { plainButton } from '../../domain/wording/telegram-rich.js';
import { describeLimits } from '../chat-limits.js';
import type { Turn } from '../turn.js';
import { renderRich } from './render-rich.js';
import type { RichForm } from './show-rich.js';

type Classic = { keyboard: InlineKeyboardMarkup | undefined; plain: { answerId: number; html: string } };

/**
 * The rich form of an answer, with a button more than its classic one: no server tells whether the reader's program shows
 * it, so they say so themselves. undefined where it has none, or this chat has no use for it.
 */
export function composeRich(turn: Turn, answer: Answer, { keyboard, plain }: Classic): RichForm | undefined {
  if (!answer.found || turn.parts.rich.state(turn.place.chatId) === 'no') return undefined;
  const html = renderRich(answer, describeLimits(turn));
  if (html === null) return undefined;
  const more = turn.keyboard([[{ text: plainButton(), action: { kind: 'plain', ...plain } }]]);
  const rows = keyboard?.inline_keyboard ?? [];
  const last = [...(rows.at(-1) ?? []), ...(more?.inline_keyboard[0] ?? [])];
  return { html, keyboard: { inline_keyboard: [...rows.slice(0, -1), last] } };
}
