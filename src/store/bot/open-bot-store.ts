import { join } from 'node:path';
import { openDatabase } from '../open-database.js';
import { ACCESS_TABLES, type AccessStore, createAccessStore } from './access-store.js';
import { createFollowStore, FOLLOW_TABLES, type FollowStore } from './follow-store.js';
import { createPressStore, PRESS_TABLES, type PressStore } from './press-store.js';

/** What the bot keeps across restarts, in the data folder: the console and the running bot see the same. */
export type BotStore = {
  access: AccessStore;
  presses: PressStore;
  follows: FollowStore;
  close(): void;
};

/** In the order in which they came: `user_version` counts them. */
const MIGRATIONS = [ACCESS_TABLES, PRESS_TABLES, FOLLOW_TABLES];

/**
 * Opens the bot's own data, a file of its own so that a running ingest never keeps the bot waiting.
 * @throws StoreError when the data folder cannot be read or written.
 */
export function openBotStore(dataDir: string): BotStore {
  const database = openDatabase(join(dataDir, 'bot.sqlite'), MIGRATIONS);
  return {
    access: createAccessStore(database),
    presses: createPressStore(database),
    follows: createFollowStore(database),
    close: () => {
      database.close();
    },
  };
}
