import { createHash, randomInt } from 'node:crypto';
import type { Database } from '../open-database.js';
import { createPeople, type People, type Person } from './people.js';

/** Without the characters that are taken for one another: 0 O 1 I L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;
const HOUR = 3_600_000;
const CODE_LIFE = HOUR;
/** More strangers than this within an hour are not people; they are asked to come back. */
const PENDING_LIMIT = 100;
/** Wrong codes that one approver may give within an hour: 10 of 31⁸ codes guess nothing. */
const GUESS_LIMIT = 10;

/** `isNew`: it was not given out before. */
export type CodeRequest = { code: string; isNew: boolean } | { refused: 'too-many-pending' };

export type Approval = { person: Person } | { refused: 'unknown-code' | 'too-many-guesses' };

/** Who may use the bot, kept in the data folder: the console and the running bot see the same list. */
export type AccessStore = People & {
  /** A one-time code for a stranger; the same one as long as it lives and the process runs. */
  requestCode(person: Person, now: Date): CodeRequest;
  /** Lets the person in to whom the code was given. `approver` is who gives it, for the limit of guesses. */
  approveCode(code: string, approver: string, now: Date): Approval;
  /** Strangers whose codes are alive. */
  listWaiting(now: Date): Person[];
};

export const ACCESS_TABLES = `
   CREATE TABLE approved_person (
     user_id INTEGER PRIMARY KEY, name TEXT NOT NULL, approver TEXT NOT NULL,
     approved_at INTEGER NOT NULL, told INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE TABLE pending_code (
     user_id INTEGER PRIMARY KEY, name TEXT NOT NULL, code_hash TEXT NOT NULL UNIQUE, expires_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE wrong_guess (approver TEXT NOT NULL, guessed_at INTEGER NOT NULL) STRICT;`;

/** The access list in the bot's database. */
export function createAccessStore(database: Database): AccessStore {
  /** Only hashes are kept in the file; a code that was given out is repeated from here. */
  const given = new Map<number, string>();
  const people = createPeople(database);

  const forgetExpired = (now: Date) => {
    database.prepare('DELETE FROM pending_code WHERE expires_at <= ?').run(now.getTime());
    database.prepare('DELETE FROM wrong_guess WHERE guessed_at <= ?').run(now.getTime() - HOUR);
  };

  const repeatCode = (userId: number): string | null => {
    const code = given.get(userId);
    if (code === undefined) return null;
    const pending = database.prepare('SELECT 1 FROM pending_code WHERE user_id = ? AND code_hash = ?');
    return pending.get(userId, hashCode(code)) === undefined ? null : code;
  };

  const issueCode = (person: Person, now: Date): CodeRequest => {
    const { others } = database
      .prepare('SELECT count(*) AS others FROM pending_code WHERE user_id <> ?')
      .get(person.userId) as { others: number };
    if (others >= PENDING_LIMIT) return { refused: 'too-many-pending' };
    const code = createCode();
    database
      .prepare(
        'INSERT OR REPLACE INTO pending_code (user_id, name, code_hash, expires_at) VALUES (?, ?, ?, ?)',
      )
      .run(person.userId, person.name, hashCode(code), now.getTime() + CODE_LIFE);
    given.set(person.userId, code);
    return { code, isNew: true };
  };

  const letIn = (code: string, approver: string, now: Date): Approval => {
    const { guesses } = database
      .prepare('SELECT count(*) AS guesses FROM wrong_guess WHERE approver = ?')
      .get(approver) as { guesses: number };
    if (guesses >= GUESS_LIMIT) return { refused: 'too-many-guesses' };
    const person = database
      .prepare('DELETE FROM pending_code WHERE code_hash = ? RETURNING user_id AS userId, name')
      .get(hashCode(code)) as Person | undefined;
    if (person === undefined) {
      database.prepare('INSERT INTO wrong_guess VALUES (?, ?)').run(approver, now.getTime());
      return { refused: 'unknown-code' };
    }
    people.letIn(person, approver, now);
    given.delete(person.userId);
    return { person };
  };

  return {
    ...people,
    requestCode: database.transaction((person: Person, now: Date): CodeRequest => {
      forgetExpired(now);
      const code = repeatCode(person.userId);
      return code === null ? issueCode(person, now) : { code, isNew: false };
    }).immediate,
    approveCode: database.transaction((code: string, approver: string, now: Date): Approval => {
      forgetExpired(now);
      return letIn(code, approver, now);
    }).immediate,
    listWaiting: (now) =>
      database
        .prepare('SELECT user_id AS userId, name FROM pending_code WHERE expires_at > ? ORDER BY expires_at')
        .all(now.getTime()) as Person[],
  };
}

function createCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Written with spaces, hyphens or small letters it is the same code. */
function hashCode(code: string): string {
  return createHash('sha256').update(code.toUpperCase().replace(/[\s-]/g, '')).digest('hex');
}
