import { SEND_LIMITS, type SendLimits } from './limits/pacing.js';

/** How long the bot waits for what, in milliseconds where nothing else is said. */
export type Pace = {
  /** How long the server keeps a getUpdates open, in seconds. */
  pollSeconds: number;
  /** Between attempts while another program polls with the same token. */
  conflictWait: number;
  /** The first wait after a lost connection; it doubles up to `retryLimit`. */
  retryWait: number;
  retryLimit: number;
  /** So long a send is tried while the network or the server is gone; its chat waits. */
  sendWithin: number;
  /** Telegram shows 正在输入 for five seconds. */
  typingEvery: number;
  /** An answer that takes longer is shown as it comes; after `stopAfter` it can be stopped. */
  streamAfter: number;
  stopAfter: number;
  /** Between two states of a draft, and two edits of a message; a group allows 20 messages a minute. */
  draftEvery: number;
  editEvery: number;
  editEveryInGroups: number;
  /** A draft that is not renewed is gone after 30 seconds. */
  draftLife: number;
  /** How long it may take to look for questions that go on from an answer. */
  suggestWithin: number;
  /** Between two edits of a message that shows progress. */
  progressEvery: number;
  /** A question that takes longer is given up. */
  answerWithin: number;
  /** How long a person must pause in typing before an inline query is looked for. */
  inlineWait: number;
  /** How often the archive is looked at for new articles that somebody follows. */
  followEvery: number;
  /** After a stop: how long running questions may go on, then how long the apologies may take. */
  finishWithin: number;
  apologiseWithin: number;
  sends: SendLimits;
};

export const DEFAULT_PACE: Pace = {
  pollSeconds: 30,
  conflictWait: 5_000,
  retryWait: 500,
  retryLimit: 30_000,
  sendWithin: 600_000,
  typingEvery: 4_000,
  streamAfter: 1_000,
  stopAfter: 2_000,
  draftEvery: 500,
  editEvery: 1_500,
  editEveryInGroups: 3_000,
  draftLife: 20_000,
  suggestWithin: 300,
  progressEvery: 2_000,
  answerWithin: 120_000,
  inlineWait: 200,
  followEvery: 3_000,
  finishWithin: 5_000,
  apologiseWithin: 2_500,
  sends: SEND_LIMITS,
};
