import { setTimeout as wait } from 'node:timers/promises';
import type { Transformer } from 'grammy';
import { TelegramError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/telegram-running.js';
import { isRefusalCode } from '../failures.js';
import { createGate, type Gate, type Limit } from './gate.js';
import { isOrdered, isSend } from './methods.js';

type Response = Awaited<ReturnType<Parameters<Transformer>[0]>>;

/** How much the bot sends at most; Telegram refuses more, for longer the more it is. */
export type SendLimits = {
  overall: Limit;
  /** Edits and drafts, beside `overall`: they leave room for messages. */
  changes: Limit;
  privateChat: Limit;
  group: Limit;
  /** Calls that may wait for their time; further ones fail. */
  waiting: number;
};

/**
 * Telegram asks for 30 a second, 20 a minute in a group and one a second in a chat, where short bursts pass. Spread over
 * the second, few sends are on their way at a time: where the program is killed, only of these nobody knows the fate.
 */
export const SEND_LIMITS: SendLimits = {
  overall: { count: 28, within: 1_000, apart: 30 },
  changes: { count: 14, within: 1_000 },
  privateChat: { count: 3, within: 3_000 },
  group: { count: 20, within: 60_000 },
  waiting: 1_000,
};

/** So many chats refused one after another, none served in between: the server means the whole bot. */
const REFUSED_CHATS = 5;
/** So many gates of chats are kept before the idle ones are forgotten. */
const GATES_KEPT = 1_000;

/**
 * Lets calls pass at the pace that Telegram asks for. New messages count for their chat and for the whole, edits and
 * drafts for the whole alone, of which they get half. Each attempt of a repeated call counts. Expects one call at a time in each chat.
 */
export function createPacing(limits: SendLimits, now: () => number = () => performance.now()): Transformer {
  const overall = createGate(limits.overall);
  const changes = createGate(limits.changes);
  const chats = new Map<unknown, Gate>();
  const refusedChats = new Set<unknown>();
  let pausedUntil = 0;
  let waiting = 0;

  const gateOf = (chat: unknown): Gate => {
    if (chats.size > GATES_KEPT) for (const [id, gate] of chats) if (gate.isIdle()) chats.delete(id);
    const gate = chats.get(chat) ?? createGate(isGroup(chat) ? limits.group : limits.privateChat);
    chats.set(chat, gate);
    return gate;
  };

  /** Refused alone, a chat waits for itself: its order holds its other calls back. */
  const learn = (chat: unknown, seconds: number | undefined) => {
    if (seconds === undefined) return refusedChats.clear();
    refusedChats.add(chat);
    if (refusedChats.size >= REFUSED_CHATS) pausedUntil = Math.max(pausedUntil, now() + seconds * 1000);
  };

  const pass = async (
    gates: readonly Gate[],
    signal: AbortSignal | undefined,
    call: () => Promise<Response>,
  ) => {
    const passed: Gate[] = [];
    let response: Response | undefined;
    try {
      for (const gate of gates) {
        await gate.enter(signal);
        passed.push(gate);
      }
      for (let rest = pausedUntil - now(); rest > 0; rest = pausedUntil - now())
        await wait(Math.ceil(rest), undefined, signal ? { signal } : {});
      response = await call();
      return response;
    } finally {
      // What the server refuses for good is no message in the chat, but a call to the server all the same.
      for (const gate of passed) gate.leave(gate === overall || !isRefusal(response));
    }
  };

  return async (previous, method, payload, signal) => {
    if (!isOrdered(method)) return previous(method, payload, signal);
    if (waiting >= limits.waiting) throw new TelegramError(wording.tooManySends());
    const { chat_id: chat } = payload as { chat_id?: unknown };
    const gates = [isSend(method) ? gateOf(chat) : changes, overall];
    waiting += 1;
    try {
      const response = await pass(gates, signal as AbortSignal | undefined, () =>
        previous(method, payload, signal),
      );
      learn(chat, response.ok ? undefined : response.parameters?.retry_after);
      return response;
    } finally {
      waiting -= 1;
    }
  };
}

const isRefusal = (response: Response | undefined): boolean =>
  response !== undefined && !response.ok && isRefusalCode(response.error_code);

/** Groups and channels have negative ids, or are called by their @name. */
function isGroup(chat: unknown): boolean {
  return !(Number(chat) > 0);
}
