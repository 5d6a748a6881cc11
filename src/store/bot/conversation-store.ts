import type { Database } from '../open-database.js';

/** As many as a follow-up is completed from. */
const QUESTIONS_KEPT = 4;
/** A chat that was not used for so long starts anew. */
const KEPT_DAYS = 90;
const DAY = 86_400_000;

/** A chat, and in groups with topics the topic; null outside of topics. */
export type ChatAndTopic = { chatId: number; topicId: number | null };

/** What a chat was set to until it is unset; null: today, all newspapers. */
export type ChatSettings = { askedOn: string | null; newspaper: string | null };

/** What stands around the next question of a chat: it outlives a restart. */
export type ConversationStore = {
  /** The last questions of this chat and topic, oldest first. */
  loadQuestions(chat: ChatAndTopic): string[];
  remember(chat: ChatAndTopic, question: string, now: Date): void;
  /** The last question worded as `before` was edited. */
  reword(chat: ChatAndTopic, before: string, question: string, now: Date): void;
  /** The same for all topics of a chat. */
  loadSettings(chatId: number): ChatSettings;
  saveSettings(chatId: number, settings: ChatSettings, now: Date): void;
  /** The questions of this topic, and what the chat was set to. */
  forget(chat: ChatAndTopic): void;
};

export const CONVERSATION_TABLES = `
   CREATE TABLE asked_question (
     chat_id INTEGER NOT NULL, topic_id INTEGER NOT NULL, questions TEXT NOT NULL, asked_at INTEGER NOT NULL,
     PRIMARY KEY (chat_id, topic_id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE chat_setting (
     chat_id INTEGER PRIMARY KEY, asked_on TEXT, newspaper TEXT, used_at INTEGER NOT NULL
   ) STRICT;`;

/** Telegram numbers topics from 1. */
const NO_TOPIC = 0;

/** The conversations in the bot's database. */
export function createConversationStore(database: Database): ConversationStore {
  const select = database.prepare('SELECT questions FROM asked_question WHERE chat_id = ? AND topic_id = ?');
  const keep = database.prepare('INSERT OR REPLACE INTO asked_question VALUES (?, ?, ?, ?)');
  const touch = database.prepare('UPDATE chat_setting SET used_at = ? WHERE chat_id = ?');
  const selectSettings = database.prepare(
    'SELECT asked_on AS askedOn, newspaper FROM chat_setting WHERE chat_id = ?',
  );
  const keepSettings = database.prepare('INSERT OR REPLACE INTO chat_setting VALUES (?, ?, ?, ?)');

  const loadQuestions = ({ chatId, topicId }: ChatAndTopic): string[] => {
    const row = select.get(chatId, topicId ?? NO_TOPIC) as { questions: string } | undefined;
    return row === undefined ? [] : (JSON.parse(row.questions) as string[]);
  };

  const prune = (now: Date) => {
    const oldest = now.getTime() - KEPT_DAYS * DAY;
    database.prepare('DELETE FROM asked_question WHERE asked_at < ?').run(oldest);
    database.prepare('DELETE FROM chat_setting WHERE used_at < ?').run(oldest);
  };

  return {
    loadQuestions,
    remember: database.transaction((chat: ChatAndTopic, question: string, now: Date) => {
      const questions = [...loadQuestions(chat), question].slice(-QUESTIONS_KEPT);
      keep.run(chat.chatId, chat.topicId ?? NO_TOPIC, JSON.stringify(questions), now.getTime());
      touch.run(now.getTime(), chat.chatId);
      prune(now);
    }).immediate,
    reword: database.transaction((chat: ChatAndTopic, before: string, question: string, now: Date) => {
      const questions = loadQuestions(chat);
      const at = questions.lastIndexOf(before);
      if (at < 0) return;
      questions[at] = question;
      keep.run(chat.chatId, chat.topicId ?? NO_TOPIC, JSON.stringify(questions), now.getTime());
    }).immediate,
    loadSettings: (chatId) =>
      (selectSettings.get(chatId) as ChatSettings | undefined) ?? { askedOn: null, newspaper: null },
    saveSettings: database.transaction((chatId: number, { askedOn, newspaper }: ChatSettings, now: Date) => {
      keepSettings.run(chatId, askedOn, newspaper, now.getTime());
      prune(now);
    }).immediate,
    forget: database.transaction(({ chatId, topicId }: ChatAndTopic) => {
      database
        .prepare('DELETE FROM asked_question WHERE chat_id = ? AND topic_id = ?')
        .run(chatId, topicId ?? NO_TOPIC);
      database.prepare('DELETE FROM chat_setting WHERE chat_id = ?').run(chatId);
    }).immediate,
  };
}
