import { randomBytes } from 'node:crypto';
import type { Database } from '../open-database.js';

/** Buttons older than this have expired; their messages are far up in the chat. */
const KEPT_DAYS = 90;
const DAY = 86_400_000;
/** 96 bits: a token that was not given out is not guessed. */
const TOKEN_BYTES = 12;

/**
 * What stands behind the buttons of sent messages. Telegram takes 64 bytes behind a button and lets anybody send any, so
 * that a button carries a random token and what it does is looked up here, for the chat that it was sent to.
 */
export type PressStore = {
  /** Keeps actions as JSON; a token of 16 characters for each. */
  keep(chatId: number, actions: readonly string[], now: Date): string[];
  /** null: this token was never given out in this chat, or has expired. */
  find(chatId: number, token: string): string | null;
};

export const PRESS_TABLES = `
   CREATE TABLE press (
     token TEXT PRIMARY KEY, chat_id INTEGER NOT NULL, action TEXT NOT NULL, kept_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX press_kept_at ON press (kept_at);`;

/** The buttons in the bot's database. */
export function createPressStore(database: Database): PressStore {
  const insert = database.prepare('INSERT INTO press VALUES (?, ?, ?, ?)');
  const forget = database.prepare('DELETE FROM press WHERE kept_at < ?');
  const find = database.prepare('SELECT action FROM press WHERE token = ? AND chat_id = ?');
  return {
    keep: database.transaction((chatId: number, actions: readonly string[], now: Date): string[] => {
      forget.run(now.getTime() - KEPT_DAYS * DAY);
      return actions.map((action) => {
        const token = randomBytes(TOKEN_BYTES).toString('base64url');
        insert.run(token, chatId, action, now.getTime());
        return token;
      });
    }).immediate,
    find: (chatId, token) => (find.get(token, chatId) as { action: string } | undefined)?.action ?? null,
  };
}
