import type { Database } from '../open-database.js';

/** All that is kept of a chat, less its answers: those are known by the numbers of messages, which begin anew. */
const TABLES = [
  'asked_question',
  'chat_setting',
  'plain_chat',
  'press',
  'follow',
  'follow_chat',
  'finding',
] as const;

/** A group became a supergroup, with another id: what was kept of the one holds for the other. */
export function createMoveChat(database: Database): (chatId: number, to: number) => void {
  return database.transaction((chatId: number, to: number) => {
    for (const table of TABLES)
      database.prepare(`UPDATE OR IGNORE ${table} SET chat_id = ? WHERE chat_id = ?`).run(to, chatId);
  }).immediate;
}
