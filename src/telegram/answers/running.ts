import { randomInt } from 'node:crypto';

/** An answer in work. */
export type Run = {
  /** Names it to its button, and its draft to Telegram: a positive 32-bit number. */
  id: number;
  /** Aborts when a person stops it, or with a signal that it follows. */
  signal: AbortSignal;
  stopped(): boolean;
  /** Lets another signal abort it, too. */
  follow(signal: AbortSignal): void;
  end(): void;
};

type Stopper = { userId: number; isAdmin: boolean };

/** The answers in work, so that they can be stopped from outside of their chat's queue. */
export type Running = {
  /** `askerId` null: whoever may ask may stop it. */
  begin(chatId: number, askerId: number | null): Run;
  /** Stops it where it is in this chat and theirs to stop; says what came of it. */
  stop(runId: number, chatId: number, by: Stopper): 'stopped' | 'not-yours' | 'ended';
  has(runId: number): boolean;
  size(): number;
};

export function createRunning(): Running {
  const runs = new Map<number, { chatId: number; askerId: number | null; stop(): void }>();
  return {
    begin(chatId, askerId) {
      const id = randomInt(1, 2 ** 31 - 1);
      const controller = new AbortController();
      let stopped = false;
      const stop = () => {
        stopped ||= !controller.signal.aborted;
        controller.abort();
      };
      runs.set(id, { chatId, askerId, stop });
      return {
        id,
        signal: controller.signal,
        stopped: () => stopped,
        follow: (signal) => {
          signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
          if (signal.aborted) controller.abort(signal.reason);
        },
        end: () => {
          runs.delete(id);
        },
      };
    },
    stop(runId, chatId, { userId, isAdmin }) {
      const run = runs.get(runId);
      if (run === undefined || run.chatId !== chatId) return 'ended';
      if (run.askerId !== null && run.askerId !== userId && !isAdmin) return 'not-yours';
      run.stop();
      return 'stopped';
    },
    has: (runId) => runs.has(runId),
    size: () => runs.size,
  };
}
