import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Database, lockDatabase } from '../open-database.js';

/** Telegram brings an update again for 24 hours; ids are kept for three days, so that none is taken twice. */
const IDS_KEPT = 3 * 86_400_000;

/** `sending`: an answer was on its way, whether it arrived is not known. */
export type UpdateState = 'waiting' | 'sending';

/** An update that an earlier run took and did not finish. */
export type UnfinishedUpdate = {
  updateId: number;
  body: string;
  state: UpdateState;
  takenAt: Date;
  /** How often a later run began to work on it. */
  restarts: number;
};

/**
 * The updates that were taken from Telegram: whole while they wait, then only their ids and a short print of each, by which
 * another update is told that has its id: a server that was set up anew counts from the beginning. Ids belong to a bot.
 */
export type InboxStore = {
  /** False while another process works on the updates of this bot; true until the store is closed. */
  claim(botId: number): boolean;
  /** Keeps those that are new, all or none; returns their ids. */
  take(botId: number, updates: readonly { updateId: number; body: string }[], now: Date): ReadonlySet<number>;
  /** Of one that was finished nothing changes: what is sent later belongs to no question. */
  mark(botId: number, updateId: number, state: UpdateState): void;
  /** Work on it begins again: one more restart, whatever comes of it. */
  restart(botId: number, updateId: number): void;
  /** The update was answered: its text is deleted. */
  finish(botId: number, updateId: number): void;
  /** In the order in which they were taken. */
  unfinished(botId: number): UnfinishedUpdate[];
};

export const INBOX_TABLES = `
   CREATE TABLE inbox (
     taken INTEGER PRIMARY KEY, bot_id INTEGER NOT NULL, update_id INTEGER NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'done')), body TEXT, taken_at INTEGER NOT NULL,
     restarts INTEGER NOT NULL DEFAULT 0,
     UNIQUE (bot_id, update_id)
   ) STRICT;
   CREATE INDEX inbox_unfinished ON inbox (bot_id, taken) WHERE state <> 'done';`;

/** NULL: taken before there were prints. */
export const INBOX_PRINTS = 'ALTER TABLE inbox ADD COLUMN print INTEGER;';

/** 32 bits tell two updates apart, and tell nobody what was written. */
const printOf = (body: string): number => createHash('sha256').update(body).digest().readUInt32BE();

/** The inbox in the bot's database; its claims are locks of files in the folder. */
export function createInboxStore(database: Database, folder: string): InboxStore & { close(): void } {
  const insert = database.prepare(
    `INSERT INTO inbox (bot_id, update_id, state, body, taken_at, print) VALUES (?, ?, 'waiting', ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const forgetOther = database.prepare(
    "DELETE FROM inbox WHERE bot_id = ? AND update_id = ? AND state = 'done' AND print <> ?",
  );
  const forget = database.prepare("DELETE FROM inbox WHERE state = 'done' AND taken_at < ?");
  const mark = database.prepare(
    "UPDATE inbox SET state = ? WHERE bot_id = ? AND update_id = ? AND state <> 'done'",
  );
  const restart = database.prepare(
    'UPDATE inbox SET restarts = restarts + 1 WHERE bot_id = ? AND update_id = ?',
  );
  const finish = database.prepare(
    "UPDATE inbox SET state = 'done', body = NULL WHERE bot_id = ? AND update_id = ?",
  );
  const unfinished = database.prepare(
    `SELECT update_id AS updateId, body, state, taken_at AS takenAt, restarts FROM inbox
     WHERE bot_id = ? AND state <> 'done' ORDER BY taken`,
  );
  const claims = new Map<number, Database>();

  return {
    claim(botId) {
      if (claims.has(botId)) return true;
      try {
        claims.set(botId, lockDatabase(join(folder, `bot-${botId}.lock.sqlite`)));
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return false;
        throw error;
      }
    },
    take: database.transaction(
      (botId: number, updates: readonly { updateId: number; body: string }[], now: Date) => {
        forget.run(now.getTime() - IDS_KEPT);
        const isNew = ({ updateId, body }: { updateId: number; body: string }) => {
          const print = printOf(body);
          forgetOther.run(botId, updateId, print);
          return insert.run(botId, updateId, body, now.getTime(), print).changes > 0;
        };
        return new Set(updates.filter(isNew).map(({ updateId }) => updateId));
      },
    ).immediate,
    mark: (botId, updateId, state) => {
      mark.run(state, botId, updateId);
    },
    restart: (botId, updateId) => {
      restart.run(botId, updateId);
    },
    finish: (botId, updateId) => {
      finish.run(botId, updateId);
    },
    unfinished: (botId) =>
      (unfinished.all(botId) as (Omit<UnfinishedUpdate, 'takenAt'> & { takenAt: number })[]).map(
        ({ takenAt, ...update }) => ({ ...update, takenAt: new Date(takenAt) }),
      ),
    close() {
      for (const lock of claims.values()) lock.close();
      claims.clear();
    },
  };
}
