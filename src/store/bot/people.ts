import type { Database } from '../open-database.js';

const HOUR = 3_600_000;
/** Of strangers who ask to be let in; more in an hour are not people, and an admin's chat is no place for them. */
const NOTICES_AN_HOUR = 5;

/** A person of Telegram as the access list keeps them. */
export type Person = { userId: number; name: string };

/** Who let a person in, or shut them out, and when; `by` is an admin's number or "console". */
export type KeptPerson = Person & { by: string; at: Date };

/** Who is let in and who is shut out, in the bot's database. */
export type People = {
  isApproved(userId: number): boolean;
  /** Outweighs every list: the settings' own, and a bot that is open to all. */
  isShutOut(userId: number): boolean;
  letIn(person: Person, by: string, now: Date): void;
  shutOut(person: Person, by: string, now: Date): void;
  /** Newest first. */
  listApproved(): KeptPerson[];
  /** Newest first. */
  listShutOut(): KeptPerson[];
  /** True once: the next time that the person is there after an approval that nobody told them of. */
  takeUntold(userId: number): boolean;
  markTold(userId: number): void;
  /** True a few times an hour: whether the admins are to be told of a stranger. */
  takeNotice(now: Date): boolean;
};

/** The table of those who are let in is older: it stands with the codes. */
export const PEOPLE_TABLES = `
   CREATE TABLE shut_out_person (
     user_id INTEGER PRIMARY KEY, name TEXT NOT NULL, shut_out_by TEXT NOT NULL, shut_out_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE admin_notice (told_at INTEGER NOT NULL) STRICT;`;

type Row = { userId: number; name: string; by: string; at: number };

export function createPeople(database: Database): People {
  const approved = database.prepare('SELECT 1 FROM approved_person WHERE user_id = ?');
  const shutOut = database.prepare('SELECT 1 FROM shut_out_person WHERE user_id = ?');
  const list = (sql: string): KeptPerson[] =>
    (database.prepare(sql).all() as Row[]).map((row) => ({ ...row, at: new Date(row.at) }));
  return {
    isApproved: (userId) => approved.get(userId) !== undefined,
    isShutOut: (userId) => shutOut.get(userId) !== undefined,
    letIn: database.transaction(({ userId, name }: Person, by: string, now: Date) => {
      database.prepare('DELETE FROM pending_code WHERE user_id = ?').run(userId);
      database.prepare('DELETE FROM shut_out_person WHERE user_id = ?').run(userId);
      database
        .prepare(
          'INSERT OR REPLACE INTO approved_person (user_id, name, approver, approved_at) VALUES (?, ?, ?, ?)',
        )
        .run(userId, name, by, now.getTime());
    }).immediate,
    shutOut: database.transaction(({ userId, name }: Person, by: string, now: Date) => {
      database.prepare('DELETE FROM pending_code WHERE user_id = ?').run(userId);
      database.prepare('DELETE FROM approved_person WHERE user_id = ?').run(userId);
      database
        .prepare('INSERT OR REPLACE INTO shut_out_person VALUES (?, ?, ?, ?)')
        .run(userId, name, by, now.getTime());
    }).immediate,
    listApproved: () =>
      list(`SELECT user_id AS userId, name, approver AS "by", approved_at AS "at"
        FROM approved_person ORDER BY approved_at DESC, user_id`),
    listShutOut: () =>
      list(`SELECT user_id AS userId, name, shut_out_by AS "by", shut_out_at AS "at"
        FROM shut_out_person ORDER BY shut_out_at DESC, user_id`),
    takeUntold: (userId) =>
      database.prepare('UPDATE approved_person SET told = 1 WHERE user_id = ? AND told = 0').run(userId)
        .changes > 0,
    markTold: (userId) => {
      database.prepare('UPDATE approved_person SET told = 1 WHERE user_id = ?').run(userId);
    },
    takeNotice: database.transaction((now: Date) => {
      database.prepare('DELETE FROM admin_notice WHERE told_at <= ?').run(now.getTime() - HOUR);
      const told = database.prepare('SELECT count(*) FROM admin_notice').pluck().get() as number;
      if (told >= NOTICES_AN_HOUR) return false;
      database.prepare('INSERT INTO admin_notice VALUES (?)').run(now.getTime());
      return true;
    }).immediate,
  };
}
