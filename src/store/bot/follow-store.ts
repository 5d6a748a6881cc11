import type { ArrivalMark } from '../../domain/ports.js';
import type { Database } from '../open-database.js';

/** More than this is no interest any more but a newspaper. */
export const FOLLOWS_A_CHAT = 20;
/** Reprints of older articles are told again; a story is seldom printed again after so many others. */
const COMPARED = 200;

/** What a chat wants to hear of: articles that hold all words, of those that came in after `since`. */
export type Follow = {
  followId: number;
  chatId: number;
  topicId: number | null;
  /** Divided by one space. */
  words: string;
  /** Who asked for it: it ends when the person is not let in any more. */
  ownerId: number;
  /** The last article in the archive when it was asked for. */
  since: ArrivalMark;
};

/** An article that fits a follow; one that prints what the chat knows already is kept, but not told. */
export type Finding = { chatId: number; followId: number; articleId: string; isReprint: boolean };

/** A chat that may be told now. */
export type DueChat = { chatId: number; isDaily: boolean };

/** What chats follow, what was found for them, and what they were told. */
export type FollowStore = {
  add(follow: Omit<Follow, 'followId'>): 'added' | 'known' | 'too-many';
  /** Oldest first. */
  list(chatId: number): Follow[];
  /** Of all chats, oldest first. */
  listAll(): Follow[];
  /** What was found for it and not told goes with it. False where the chat has no such follow. */
  remove(chatId: number, followId: number): boolean;
  /** Minutes since midnight; null: each article is told at once. */
  loadDigest(chatId: number): number | null;
  /** `doneFor`: the day whose digest counts as sent. */
  setDigest(chatId: number, minute: number | null, doneFor: string): void;
  /** The last arrival of the archive that was looked at; null before the first. */
  loadCursor(archiveId: string): number | null;
  /** Keeps what was found up to an arrival, and the arrival, in one transaction. An article is found once for a chat. */
  keep(upTo: ArrivalMark, findings: readonly Finding[]): void;
  /** The articles that were found last for a chat. */
  listFound(chatId: number): string[];
  /** Chats with something to tell at this minute of this day; a daily one also with nothing, to be marked. */
  listDue(day: string, minute: number): DueChat[];
  /** What is to be told to a chat, in the order in which it came in; from now on it counts as told. */
  take(chatId: number): Finding[];
  /** Of what was taken, what was not told after all. */
  giveBack(chatId: number, articleIds: readonly string[]): void;
  markDigest(chatId: number, day: string): void;
  /** Nothing is told to the chat until `resume`. */
  pause(chatId: number): void;
  resume(chatId: number): void;
};

export const FOLLOW_TABLES = `
   CREATE TABLE follow (
     follow_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id INTEGER NOT NULL, topic_id INTEGER, words TEXT NOT NULL,
     owner_id INTEGER NOT NULL, archive_id TEXT NOT NULL, arrival INTEGER NOT NULL,
     UNIQUE (chat_id, words)
   ) STRICT;
   CREATE TABLE follow_chat (
     chat_id INTEGER PRIMARY KEY, digest_minute INTEGER, digest_day TEXT NOT NULL DEFAULT '',
     paused INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE TABLE follow_cursor (archive_id TEXT PRIMARY KEY, arrival INTEGER NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE finding (
     finding_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id INTEGER NOT NULL, follow_id INTEGER NOT NULL,
     article_id TEXT NOT NULL, is_reprint INTEGER NOT NULL, told INTEGER NOT NULL,
     UNIQUE (chat_id, article_id)
   ) STRICT;
   CREATE INDEX finding_waiting ON finding (chat_id) WHERE told = 0;`;

type FollowRow = Omit<Follow, 'since'> & { archiveId: string; arrival: number };

const SELECT_FOLLOW = `
  SELECT follow_id AS followId, chat_id AS chatId, topic_id AS topicId, words, owner_id AS ownerId,
    archive_id AS archiveId, arrival
  FROM follow`;

const DUE = `
  SELECT chat_id AS chatId, digest_minute IS NOT NULL AS isDaily
  FROM (SELECT DISTINCT chat_id FROM follow) AS chat LEFT JOIN follow_chat USING (chat_id)
  WHERE coalesce(paused, 0) = 0 AND CASE WHEN digest_minute IS NULL
    THEN EXISTS (SELECT 1 FROM finding WHERE finding.chat_id = chat.chat_id AND told = 0)
    ELSE digest_minute <= @minute AND digest_day < @day END`;

/** The follows in the bot's database. */
export function createFollowStore(database: Database): FollowStore {
  const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
  const list = (condition: string, ...values: unknown[]) =>
    (database.prepare(`${SELECT_FOLLOW} ${condition} ORDER BY follow_id`).all(...values) as FollowRow[]).map(
      toFollow,
    );
  const insertFinding = database.prepare(`
    INSERT OR IGNORE INTO finding (chat_id, follow_id, article_id, is_reprint, told)
    VALUES (@chatId, @followId, @articleId, @isReprint, @isReprint)`);
  const atOnce = <T extends unknown[], R>(work: (...values: T) => R) => database.transaction(work).immediate;

  return {
    add: atOnce((follow: Omit<Follow, 'followId'>) => {
      const held = list('WHERE chat_id = ?', follow.chatId);
      if (held.some(({ words }) => words === follow.words)) return 'known';
      if (held.length >= FOLLOWS_A_CHAT) return 'too-many';
      const { chatId, topicId, words, ownerId, since } = follow;
      run(
        'INSERT INTO follow (chat_id, topic_id, words, owner_id, archive_id, arrival) VALUES (?, ?, ?, ?, ?, ?)',
        ...[chatId, topicId, words, ownerId, since.archiveId, since.arrival],
      );
      return 'added';
    }),
    list: (chatId) => list('WHERE chat_id = ?', chatId),
    listAll: () => list(''),
    remove: atOnce((chatId: number, followId: number) => {
      run('DELETE FROM finding WHERE chat_id = ? AND follow_id = ? AND told = 0', chatId, followId);
      return run('DELETE FROM follow WHERE chat_id = ? AND follow_id = ?', chatId, followId).changes > 0;
    }),
    loadDigest: (chatId) => {
      const minute = database.prepare('SELECT digest_minute FROM follow_chat WHERE chat_id = ?').pluck();
      return (minute.get(chatId) as number | null | undefined) ?? null;
    },
    setDigest: (chatId, minute, doneFor) => {
      run(
        `INSERT INTO follow_chat (chat_id, digest_minute, digest_day) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET digest_minute = excluded.digest_minute, digest_day = excluded.digest_day`,
        ...[chatId, minute, doneFor],
      );
    },
    loadCursor: (archiveId) => {
      const cursor = database.prepare('SELECT arrival FROM follow_cursor WHERE archive_id = ?').pluck();
      return (cursor.get(archiveId) as number | undefined) ?? null;
    },
    keep: atOnce((upTo: ArrivalMark, findings: readonly Finding[]) => {
      for (const one of findings) insertFinding.run({ ...one, isReprint: Number(one.isReprint) });
      run('INSERT OR REPLACE INTO follow_cursor VALUES (?, ?)', upTo.archiveId, upTo.arrival);
    }),
    listFound: (chatId) =>
      database
        .prepare('SELECT article_id FROM finding WHERE chat_id = ? ORDER BY finding_id DESC LIMIT ?')
        .pluck()
        .all(chatId, COMPARED) as string[],
    listDue: (day, minute) =>
      (database.prepare(DUE).all({ day, minute }) as { chatId: number; isDaily: number }[]).map(
        ({ chatId, isDaily }) => ({ chatId, isDaily: isDaily === 1 }),
      ),
    take: atOnce((chatId: number): Finding[] => {
      const waiting = database
        .prepare(
          `SELECT chat_id AS chatId, follow_id AS followId, article_id AS articleId FROM finding
           WHERE chat_id = ? AND told = 0 ORDER BY finding_id`,
        )
        .all(chatId) as Omit<Finding, 'isReprint'>[];
      run('UPDATE finding SET told = 1 WHERE chat_id = ? AND told = 0', chatId);
      return waiting.map((one) => ({ ...one, isReprint: false }));
    }),
    giveBack: atOnce((chatId: number, articleIds: readonly string[]) => {
      for (const articleId of articleIds)
        run('UPDATE finding SET told = 0 WHERE chat_id = ? AND article_id = ?', chatId, articleId);
    }),
    markDigest: (chatId, day) => {
      run('UPDATE follow_chat SET digest_day = ? WHERE chat_id = ?', day, chatId);
    },
    pause: (chatId) => {
      run(
        'INSERT INTO follow_chat (chat_id, paused) VALUES (?, 1) ON CONFLICT DO UPDATE SET paused = 1',
        chatId,
      );
    },
    resume: (chatId) => {
      run('UPDATE follow_chat SET paused = 0 WHERE chat_id = ? AND paused = 1', chatId);
    },
  };
}

function toFollow({ archiveId, arrival, ...follow }: FollowRow): Follow {
  return { ...follow, since: { archiveId, arrival } };
}
