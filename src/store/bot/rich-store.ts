import type { Database } from '../open-database.js';

/** Which servers know rich messages, and which chats do not want them. */
export type RichStore = {
  /** What was last learnt of the server; `at` in milliseconds. null: nothing so far. */
  load(apiRoot: string): { knows: boolean; at: number } | null;
  save(apiRoot: string, knows: boolean, now: Date): void;
  isPlain(chatId: number): boolean;
  setPlain(chatId: number): void;
};

export const RICH_TABLES = `
   CREATE TABLE rich_server (api_root TEXT PRIMARY KEY, knows INTEGER NOT NULL, learnt_at INTEGER NOT NULL) STRICT;
   CREATE TABLE plain_chat (chat_id INTEGER PRIMARY KEY) STRICT;`;

/** The same in the bot's database. */
export function createRichStore(database: Database): RichStore {
  const load = database.prepare('SELECT knows, learnt_at AS at FROM rich_server WHERE api_root = ?');
  const save = database.prepare('INSERT OR REPLACE INTO rich_server VALUES (?, ?, ?)');
  const isPlain = database.prepare('SELECT 1 FROM plain_chat WHERE chat_id = ?');
  const setPlain = database.prepare('INSERT OR IGNORE INTO plain_chat VALUES (?)');
  return {
    load: (apiRoot) => {
      const row = load.get(apiRoot) as { knows: number; at: number } | undefined;
      return row === undefined ? null : { knows: row.knows === 1, at: row.at };
    },
    save: (apiRoot, knows, now) => {
      save.run(apiRoot, knows ? 1 : 0, now.getTime());
    },
    isPlain: (chatId) => isPlain.get(chatId) !== undefined,
    setPlain: (chatId) => {
      setPlain.run(chatId);
    },
  };
}
