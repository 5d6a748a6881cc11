import type { Api } from 'grammy';
import type { GrammySignal } from './poll-updates.js';

/** What the health path says: nothing that a stranger may not read. */
export type Health = {
  /** Whether what people write arrives: Telegram knows our address and holds nothing back. */
  flowing: boolean;
  /** When the last update came, in ISO 8601; null: none since the start. */
  lastUpdate: string | null;
  /** Updates in work or waiting for their chat. */
  waiting: number;
  /** Updates that Telegram still holds; null: it could not be asked. */
  undelivered: number | null;
};

/** Telegram is asked at most so often, whoever calls the path how often. */
const ASK_EVERY = 10_000;
const ANSWER_WITHIN = 3_000;
/** With updates coming in, some that wait at Telegram are those of the next second. */
const RECENT = 60_000;

type Watched = { api: Api; url: string; waiting: () => number; now?: () => number };

/** Watches whether updates flow; `arrived` is called with each. */
export function createHealth({ api, url, waiting, now = Date.now }: Watched): {
  arrived(): void;
  look(): Promise<Health>;
} {
  let last: number | null = null;
  let asked: { at: number; info: Promise<{ known: boolean; undelivered: number | null }> } | null = null;

  const ask = async () => {
    try {
      const info = await api.getWebhookInfo(AbortSignal.timeout(ANSWER_WITHIN) as GrammySignal);
      return { known: info.url === url, undelivered: info.pending_update_count };
    } catch {
      return { known: false, undelivered: null };
    }
  };

  return {
    arrived() {
      last = now();
    },
    async look() {
      if (asked === null || now() - asked.at >= ASK_EVERY) asked = { at: now(), info: ask() };
      const { known, undelivered } = await asked.info;
      const recent = last !== null && now() - last < RECENT;
      return {
        flowing: known && (undelivered === 0 || recent),
        lastUpdate: last === null ? null : new Date(last).toISOString(),
        waiting: waiting(),
        undelivered,
      };
    },
  };
}
