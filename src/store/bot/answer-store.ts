import type { Feedback, Verdict } from '../../domain/feedback.js';
import type { Database } from '../open-database.js';

/** Answers older than this are forgotten with their buttons, unless somebody judged them. */
const KEPT_DAYS = 90;
const DAY = 86_400_000;

/** An answer that was sent: what its buttons, an edit of its question and a judgement of it need to know. */
export type KeptAnswer = {
  chatId: number;
  topicId: number | null;
  /** null for an anonymous admin or a channel. */
  askerId: number | null;
  /** The asking message; null where a button asked. */
  questionId: number | null;
  /** The messages of the answer, in order. */
  messageIds: readonly number[];
  /** The question as it was asked, as JSON. */
  asked: string;
  question: string;
  askedOn: string;
  /** The articles that are cited. */
  articleIds: readonly string[];
};

/** The answers that were sent, and what people say of them. */
export type AnswerStore = {
  /** Returns the number by which its buttons name it. */
  keep(answer: Omit<KeptAnswer, 'messageIds'>, now: Date): number;
  setMessages(answerId: number, messageIds: readonly number[]): void;
  find(answerId: number): KeptAnswer | null;
  /** The last answer to a message; `at` is when it was given, in milliseconds. */
  findByQuestion(chatId: number, questionId: number): (KeptAnswer & { answerId: number; at: number }) | null;
  /** The last one that the person was given in this chat and topic. */
  findLast(place: { chatId: number; topicId: number | null; askerId: number }): number | null;
  /** One verdict a person and answer: the last one counts. */
  judge(answerId: number, userId: number, said: { verdict: Verdict } | { remark: string }, now: Date): void;
  countVerdicts(answerId: number): Record<Verdict, number>;
  /** Oldest first. */
  listFeedback(): Feedback[];
};

export const ANSWER_TABLES = `
   CREATE TABLE answer (
     answer_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id INTEGER NOT NULL, topic_id INTEGER, asker_id INTEGER,
     question_id INTEGER, message_ids TEXT NOT NULL DEFAULT '[]', asked TEXT NOT NULL, question TEXT NOT NULL,
     asked_on TEXT NOT NULL, article_ids TEXT NOT NULL, kept_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX answer_question ON answer (chat_id, question_id);
   CREATE INDEX answer_kept_at ON answer (kept_at);
   CREATE TABLE feedback (
     answer_id INTEGER NOT NULL REFERENCES answer ON DELETE CASCADE, user_id INTEGER NOT NULL, verdict TEXT,
     remark TEXT, said_at INTEGER NOT NULL, PRIMARY KEY (answer_id, user_id)
   ) STRICT, WITHOUT ROWID;`;

const COLUMNS = `answer_id AS answerId, chat_id AS chatId, topic_id AS topicId, asker_id AS askerId,
  question_id AS questionId, message_ids AS messageIds, asked, question, asked_on AS askedOn,
  article_ids AS articleIds, kept_at AS at`;

type Row = Omit<KeptAnswer, 'messageIds' | 'articleIds'> & {
  answerId: number;
  at: number;
  messageIds: string;
  articleIds: string;
};

const readRow = (row: Row) => ({
  ...row,
  messageIds: JSON.parse(row.messageIds) as number[],
  articleIds: JSON.parse(row.articleIds) as string[],
});

/** The answers in the bot's database. */
export function createAnswerStore(database: Database): AnswerStore {
  const forget = database.prepare(
    'DELETE FROM answer WHERE kept_at < ? AND answer_id NOT IN (SELECT answer_id FROM feedback)',
  );
  const insert = database.prepare(
    `INSERT INTO answer (chat_id, topic_id, asker_id, question_id, asked, question, asked_on, article_ids, kept_at)
     VALUES (@chatId, @topicId, @askerId, @questionId, @asked, @question, @askedOn, @articleIds, @at)`,
  );
  const setMessages = database.prepare('UPDATE answer SET message_ids = ? WHERE answer_id = ?');
  const find = database.prepare(`SELECT ${COLUMNS} FROM answer WHERE answer_id = ?`);
  const findByQuestion = database.prepare(
    `SELECT ${COLUMNS} FROM answer WHERE chat_id = ? AND question_id = ? ORDER BY answer_id DESC LIMIT 1`,
  );
  const findLast = database.prepare(
    `SELECT answer_id AS answerId FROM answer WHERE chat_id = @chatId AND topic_id IS @topicId AND asker_id = @askerId
     ORDER BY answer_id DESC LIMIT 1`,
  );
  const judge = database.prepare(
    `INSERT INTO feedback VALUES (@answerId, @userId, @verdict, @remark, @at)
     ON CONFLICT DO UPDATE SET verdict = coalesce(@verdict, verdict), remark = coalesce(@remark, remark), said_at = @at`,
  );
  const count = database.prepare(
    'SELECT verdict, count(*) AS people FROM feedback WHERE answer_id = ? AND verdict IS NOT NULL GROUP BY verdict',
  );
  const list = database.prepare(
    `SELECT question, asked_on AS askedOn, verdict, remark, article_ids AS articleIds, said_at AS at
     FROM feedback JOIN answer USING (answer_id) ORDER BY said_at, answer_id, user_id`,
  );
  return {
    keep: database.transaction((answer: Omit<KeptAnswer, 'messageIds'>, now: Date): number => {
      forget.run(now.getTime() - KEPT_DAYS * DAY);
      const row = { ...answer, articleIds: JSON.stringify(answer.articleIds), at: now.getTime() };
      return Number(insert.run(row).lastInsertRowid);
    }).immediate,
    setMessages: (answerId, messageIds) => {
      setMessages.run(JSON.stringify(messageIds), answerId);
    },
    find: (answerId) => {
      const row = find.get(answerId) as Row | undefined;
      return row === undefined ? null : readRow(row);
    },
    findByQuestion: (chatId, questionId) => {
      const row = findByQuestion.get(chatId, questionId) as Row | undefined;
      return row === undefined ? null : readRow(row);
    },
    findLast: (place) => (findLast.get(place) as { answerId: number } | undefined)?.answerId ?? null,
    judge: (answerId, userId, said, now) => {
      const { verdict = null, remark = null } = said as { verdict?: Verdict; remark?: string };
      judge.run({ answerId, userId, verdict, remark, at: now.getTime() });
    },
    countVerdicts: (answerId) => {
      const rows = count.all(answerId) as { verdict: Verdict; people: number }[];
      return { up: 0, down: 0, ...Object.fromEntries(rows.map(({ verdict, people }) => [verdict, people])) };
    },
    listFeedback: () =>
      (list.all() as (Omit<Feedback, 'articleIds' | 'at'> & { articleIds: string; at: number })[]).map(
        (row) => ({
          ...row,
          articleIds: JSON.parse(row.articleIds) as string[],
          at: new Date(row.at).toISOString(),
        }),
      ),
  };
}
