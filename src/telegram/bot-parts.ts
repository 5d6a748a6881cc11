import type { DraftSupport } from './answers/draft-support.js';
import type { Running } from './answers/running.js';
import type { Conversations } from './conversations.js';
import type { BotDependencies } from './dependencies.js';
import type { Inbox } from './inbox/inbox.js';
import type { Pace } from './pace.js';
import type { RichSupport } from './rich/rich-support.js';
import type { WorkQueue } from './uploads/work-queue.js';

/** What every handler works with: the dependencies, completed. */
export type BotParts = Omit<BotDependencies, 'pace'> & {
  pace: Pace;
  conversations: Conversations;
  inbox: Inbox;
  running: Running;
  drafts: DraftSupport;
  rich: RichSupport;
  uploads: WorkQueue;
  /** Aborts when running questions have to be given up. */
  stopping: AbortSignal;
};
