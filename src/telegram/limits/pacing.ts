import { setTimeout as wait } from 'node:timers/promises';
import type { Transformer } from 'grammy';
import { TelegramError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/telegram-running.js';
import { isOrdered, isSend } from './methods.js';
import { createWindow, type Limit } from './window.js';
import { createWindows } from './windows.js';

/** How much the bot sends at most; Telegram refuses more, for longer the more it is. */
export type SendLimits = {
  overall: Limit;
  privateChat: Limit;
  group: Limit;
  /** Calls that may wait for their time; further ones fail. */
  waiting: number;
};

/** Telegram asks for 30 a second, 20 a minute in a group and one a second in a chat, where short bursts pass. */
export const SEND_LIMITS: SendLimits = {
  overall: { count: 28, within: 1_000 },
  privateChat: { count: 3, within: 3_000 },
  group: { count: 20, within: 60_000 },
  waiting: 1_000,
};

/** So many chats refused one after another, none served in between: the server means the whole bot. */
const REFUSED_CHATS = 5;

/**
 * Lets calls pass at the pace that Telegram asks for. New messages count for their chat and for the whole, edits and
 * drafts for the whole alone. Each attempt of a repeated call counts. Expects one call at a time in each chat.
 */
export function createPacing(limits: SendLimits, now: () => number = () => performance.now()): Transformer {
  const overall = createWindow(limits.overall);
  const windowOf = createWindows<unknown>();
  const refusedChats = new Set<unknown>();
  let pausedUntil = 0;
  let waiting = 0;

  const until = async (moment: () => number, signal: AbortSignal | undefined) => {
    for (let rest = moment() - now(); rest > 0; rest = moment() - now()) {
      await wait(Math.ceil(rest), undefined, signal ? { signal } : {});
    }
  };

  /** Refused alone, a chat waits for itself: its order holds its other calls back. */
  const learn = (chat: unknown, seconds: number | undefined) => {
    if (seconds === undefined) return refusedChats.clear();
    refusedChats.add(chat);
    if (refusedChats.size >= REFUSED_CHATS) pausedUntil = Math.max(pausedUntil, now() + seconds * 1000);
  };

  return async (previous, method, payload, signal) => {
    if (!isOrdered(method)) return previous(method, payload, signal);
    if (waiting >= limits.waiting) throw new TelegramError(wording.tooManySends());
    const { chat_id: chat } = payload as { chat_id?: unknown };
    const ofChat = isSend(method)
      ? windowOf(chat, isGroup(chat) ? limits.group : limits.privateChat, now())
      : null;
    waiting += 1;
    try {
      await until(() => Math.max(pausedUntil, ofChat?.next(now()) ?? 0), signal as AbortSignal | undefined);
      const turn = overall.next(now());
      overall.add(turn);
      await until(() => Math.max(pausedUntil, turn), signal as AbortSignal | undefined);
    } finally {
      waiting -= 1;
    }
    try {
      const response = await previous(method, payload, signal);
      learn(chat, response.ok ? undefined : response.parameters?.retry_after);
      return response;
    } finally {
      // Counted when it is over: it reached the server before that, so that its limit is kept there, too.
      ofChat?.add(now());
    }
  };
}

/** Groups and channels have negative ids, or are called by their @name. */
function isGroup(chat: unknown): boolean {
  return !(Number(chat) > 0);
}
