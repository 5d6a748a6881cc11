/** Updates coming in, by polling or by webhook, and being worked on. */
export type Intake = {
  /** Rejects when no more can come (the token was refused); resolves after `stop`. */
  ended: Promise<void>;
  /** Takes no more updates; those that were taken are confirmed to the server. */
  stop(): Promise<void>;
  /** Updates in work or waiting for their chat. */
  size(): number;
};

/** Updates in work or waiting for their chat; beyond it no more are taken. */
export const CONCURRENCY = 200;
