import type { Update } from 'grammy/types';
import { messageOf } from './concerns.js';

/** Whoever asked longer ago has gone elsewhere, in milliseconds. */
export const OLDEST_QUESTION = 3_600_000;
/** Telegram keeps updates for 24 hours: what seems older was dated by a clock that goes otherwise than ours. */
const OLDEST_UPDATE = 25 * 3_600_000;

/**
 * Whether a message was written, or changed, too long ago to be answered: it waited at Telegram until it was taken, then
 * here until now. Telegram gives presses no time.
 */
export function isLongAgo(update: Update, takenAt: Date, now: Date): boolean {
  const message = messageOf(update);
  if (message === undefined) return false;
  const there = takenAt.getTime() - (message.edit_date ?? message.date) * 1000;
  const here = now.getTime() - takenAt.getTime();
  return (there > 0 && there < OLDEST_UPDATE ? there : 0) + here > OLDEST_QUESTION;
}
