import { dataFiles } from '../data-folder.js';
import { openDatabase } from '../open-database.js';
import { ACCESS_TABLES, type AccessStore, createAccessStore } from './access-store.js';
import { ANSWER_TABLES, type AnswerStore, createAnswerStore } from './answer-store.js';
import {
  CONVERSATION_TABLES,
  type ConversationStore,
  createConversationStore,
} from './conversation-store.js';
import { createFollowStore, FOLLOW_TABLES, type FollowStore } from './follow-store.js';
import { createInboxStore, INBOX_PRINTS, INBOX_TABLES, type InboxStore } from './inbox-store.js';
import { createMoveChat } from './move-chat.js';
import { PEOPLE_TABLES } from './people.js';
import { createPressStore, PRESS_TABLES, type PressStore } from './press-store.js';
import { createRichStore, RICH_TABLES, type RichStore } from './rich-store.js';
import { createUnfinishedStore, UNFINISHED_TABLES, type UnfinishedStore } from './unfinished-store.js';
import { createUploadStore, UPLOAD_TABLES, type UploadStore } from './upload-store.js';

/** What the bot keeps across restarts, in the data folder: the console and the running bot see the same. */
export type BotStore = {
  access: AccessStore;
  presses: PressStore;
  inbox: InboxStore;
  answers: AnswerStore;
  unfinished: UnfinishedStore;
  conversations: ConversationStore;
  uploads: UploadStore;
  follows: FollowStore;
  rich: RichStore;
  /** A group became a supergroup, with another id. */
  moveChat(chatId: number, to: number): void;
  close(): void;
};

/** In the order in which they came: `user_version` counts them. */
export const BOT_MIGRATIONS: readonly string[] = [
  ACCESS_TABLES,
  PRESS_TABLES,
  INBOX_TABLES,
  ANSWER_TABLES,
  UNFINISHED_TABLES,
  CONVERSATION_TABLES,
  PEOPLE_TABLES,
  UPLOAD_TABLES,
  FOLLOW_TABLES,
  RICH_TABLES,
  INBOX_PRINTS,
];

/**
 * Opens the bot's own data, a file of its own so that a running ingest never keeps the bot waiting.
 * @throws StoreError when the data folder cannot be read or written.
 */
export function openBotStore(dataDir: string): BotStore {
  const database = openDatabase(dataFiles(dataDir).bot, BOT_MIGRATIONS);
  // What Telegram was told to be taken must outlive a power cut, and a deleted question leaves no trace in the file.
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  const inbox = createInboxStore(database, dataDir);
  return {
    access: createAccessStore(database),
    presses: createPressStore(database),
    inbox,
    answers: createAnswerStore(database),
    unfinished: createUnfinishedStore(database),
    uploads: createUploadStore(database),
    conversations: createConversationStore(database),
    follows: createFollowStore(database),
    rich: createRichStore(database),
    moveChat: createMoveChat(database),
    close: () => {
      inbox.close();
      database.close();
    },
  };
}
