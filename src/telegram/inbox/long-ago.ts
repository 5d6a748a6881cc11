import type { Update } from 'grammy/types';
import { messageOf } from './concerns.js';

/** Whoever asked longer ago has gone elsewhere, in milliseconds. */
export const OLDEST_QUESTION = 3_600_000;

/** Whether a message was written, or changed, too long ago to be answered. Telegram gives presses no time. */
export function isLongAgo(update: Update, now: Date): boolean {
  const message = messageOf(update);
  if (message === undefined) return false;
  return now.getTime() - (message.edit_date ?? message.date) * 1000 > OLDEST_QUESTION;
}
