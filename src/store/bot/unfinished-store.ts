import type { Database } from '../open-database.js';

type Unfinished = { chatId: number; messageId: number };

/** Messages that promise an answer in work, so that none promises for ever when the program is killed. */
export type UnfinishedStore = {
  add(message: Unfinished): void;
  remove(message: Unfinished): void;
  list(): Unfinished[];
};

export const UNFINISHED_TABLES = `
   CREATE TABLE unfinished (
     chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL, PRIMARY KEY (chat_id, message_id)
   ) STRICT, WITHOUT ROWID;`;

/** The promises in the bot's database. */
export function createUnfinishedStore(database: Database): UnfinishedStore {
  const add = database.prepare('INSERT OR IGNORE INTO unfinished VALUES (@chatId, @messageId)');
  const remove = database.prepare(
    'DELETE FROM unfinished WHERE chat_id = @chatId AND message_id = @messageId',
  );
  const list = database.prepare('SELECT chat_id AS chatId, message_id AS messageId FROM unfinished');
  return {
    add: (message) => {
      add.run(message);
    },
    remove: (message) => {
      remove.run(message);
    },
    list: () => list.all() as Unfinished[],
  };
}
