/** How long the bot waits for what, in milliseconds where nothing else is said. */
export type Pace = {
  /** How long the server keeps a getUpdates open, in seconds. */
  pollSeconds: number;
  /** Between attempts while another program polls with the same token. */
  conflictWait: number;
  /** The first wait after a lost connection; it doubles up to `retryLimit`. */
  retryWait: number;
  retryLimit: number;
  /** Telegram shows 正在输入 for five seconds. */
  typingEvery: number;
  /** A question that takes longer is given up. */
  answerWithin: number;
  /** How long a person must pause in typing before an inline query is looked for. */
  inlineWait: number;
  /** How often the archive is looked at for new articles that somebody follows. */
  followEvery: number;
  /** After a stop: how long running questions may go on, then how long the apologies may take. */
  finishWithin: number;
  apologiseWithin: number;
};

export const DEFAULT_PACE: Pace = {
  pollSeconds: 30,
  conflictWait: 5_000,
  retryWait: 500,
  retryLimit: 30_000,
  typingEvery: 4_000,
  answerWithin: 120_000,
  inlineWait: 200,
  followEvery: 3_000,
  finishWithin: 6_000,
  apologiseWithin: 3_000,
};
