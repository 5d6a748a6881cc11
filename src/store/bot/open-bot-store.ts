import { join } from 'node:path';
import { openDatabase } from '../open-database.js';
import { ACCESS_TABLES, type AccessStore, createAccessStore } from './access-store.js';
import {
  CONVERSATION_TABLES,
  type ConversationStore,
  createConversationStore,
} from './conversation-store.js';
import { PEOPLE_TABLES } from './people.js';
import { createPressStore, PRESS_TABLES, type PressStore } from './press-store.js';
import { createUploadStore, UPLOAD_TABLES, type UploadStore } from './upload-store.js';

/** What the bot keeps across restarts, in the data folder: the console and the running bot see the same. */
export type BotStore = {
  access: AccessStore;
  presses: PressStore;
  conversations: ConversationStore;
  uploads: UploadStore;
  close(): void;
};

/** In the order in which they came: `user_version` counts them. */
const MIGRATIONS = [ACCESS_TABLES, PRESS_TABLES, CONVERSATION_TABLES, PEOPLE_TABLES, UPLOAD_TABLES];

/**
 * Opens the bot's own data, a file of its own so that a running ingest never keeps the bot waiting.
 * @throws StoreError when the data folder cannot be read or written.
 */
export function openBotStore(dataDir: string): BotStore {
  const database = openDatabase(join(dataDir, 'bot.sqlite'), MIGRATIONS);
  return {
    access: createAccessStore(database),
    presses: createPressStore(database),
    uploads: createUploadStore(database),
    conversations: createConversationStore(database),
    close: () => {
      database.close();
    },
  };
}
