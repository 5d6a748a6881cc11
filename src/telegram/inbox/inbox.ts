import { AsyncLocalStorage } from 'node:async_hooks';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Log } from '../../domain/ports.js';
import * as wording from '../../domain/wording/telegram-running.js';
import type { InboxStore } from '../../store/bot/inbox-store.js';
import { concernsBot } from './concerns.js';
import { createWork, type Work } from './work.js';

/** Each update that concerns the bot is kept from before Telegram forgets it until it was answered. */
export type Inbox = {
  /** Keeps those that must not get lost; returns what is to be worked on: an update that was taken before is not. */
  take(updates: readonly Update[], me: UserFromGetMe): Update[];
  /** What an earlier run left, in order; a second call finds nothing. */
  takeLeft(): Update[];
  /** Runs what answers the update; afterwards only its id is kept. */
  workOn(update: Update, answer: () => Promise<void>): Promise<void>;
  /** The update that the caller works on, however deep it is called; undefined for what is not kept. */
  current(): Work | undefined;
};

type Given = { store: InboxStore; botId: number; log: Log; now: () => Date };

/** `alive` aborts when answers are given up: what is unfinished then is left for the next run. */
export function createInbox({ store, botId, log, now }: Given, alive: AbortSignal): Inbox {
  const works = new Map<number, Work>();
  const storage = new AsyncLocalStorage<Work>();
  /** A full disk must not silence the bot: it answers, and loses only the certainty over a crash. */
  const write = (change: () => void) => {
    try {
      change();
    } catch (error) {
      log.error({ error }, wording.updatesNotKept());
    }
  };
  const begin = (updateId: number, left: Work['left']) => {
    const work = createWork(left, {
      mark: (state) => write(() => store.mark(botId, updateId, state)),
      restart: () => write(() => store.restart(botId, updateId)),
    });
    works.set(updateId, work);
  };
  return {
    take(updates, me) {
      const concerning = updates.filter((update) => concernsBot(update, me));
      let fresh: ReadonlySet<number> = new Set(concerning.map(({ update_id }) => update_id));
      const kept = concerning.map((update) => ({
        updateId: update.update_id,
        body: JSON.stringify(update),
      }));
      write(() => {
        fresh = store.take(botId, kept, now());
        for (const updateId of fresh) begin(updateId, null);
      });
      return updates.filter((update) => fresh.has(update.update_id) || !concerning.includes(update));
    },
    takeLeft() {
      const left = store.unfinished(botId).filter(({ updateId }) => !works.has(updateId));
      for (const { updateId, state, takenAt, restarts } of left)
        begin(updateId, { perhapsAnswered: state === 'sending', takenAt, restarts });
      if (left.length > 0) log.info({}, wording.leftByEarlierRun(left.length));
      return left.map(({ body }) => JSON.parse(body) as Update);
    },
    async workOn({ update_id }, answer) {
      const work = works.get(update_id);
      if (work === undefined) return answer();
      try {
        await storage.run(work, answer);
      } finally {
        works.delete(update_id);
        if (!alive.aborted) write(() => store.finish(botId, update_id));
      }
    },
    current: () => storage.getStore(),
  };
}
