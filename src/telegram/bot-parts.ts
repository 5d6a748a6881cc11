import type { Conversations } from './conversations.js';
import type { BotDependencies } from './dependencies.js';
import type { Pace } from './pace.js';
import type { WorkQueue } from './uploads/work-queue.js';

/** What every handler works with: the dependencies, completed. */
export type BotParts = Omit<BotDependencies, 'pace'> & {
  pace: Pace;
  conversations: Conversations;
  uploads: WorkQueue;
  /** Aborts when running questions have to be given up. */
  stopping: AbortSignal;
};
