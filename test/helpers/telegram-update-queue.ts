import type { IncomingMessage } from 'node:http';
import type { Update } from 'grammy/types';
import { Refusal } from './telegram-protocol.js';

const TERMINATED =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

/**
 * Updates that wait for the bot: an offset confirms those before it, a second poller ends the wait of the
 * first.
 */
export class UpdateQueue {
  private updates: Update[] = [];
  private nextId = 1000;
  private endWait: ((refusal?: Refusal) => void) | null = null;

  get size(): number {
    return this.updates.length;
  }

  push(update: Omit<Update, 'update_id'>): void {
    this.updates.push({ ...update, update_id: this.nextId++ } as Update);
    this.endWait?.();
  }

  /** getUpdates: waits `timeout` seconds for an update, or until the caller is gone. */
  async take(payload: object, request: IncomingMessage): Promise<Update[]> {
    const { offset = 0, limit = 100, timeout = 0 } = payload as Record<string, number | undefined>;
    this.endWait?.(new Refusal(409, TERMINATED));
    this.updates = this.updates.filter((update) => update.update_id >= offset);
    if (this.updates.length === 0 && timeout > 0) await this.wait(timeout, request);
    return this.updates.slice(0, limit);
  }

  private wait(seconds: number, request: IncomingMessage): Promise<void> {
    return new Promise((done, fail) => {
      const end = (refusal?: Refusal) => {
        clearTimeout(timer);
        request.socket.off('close', onClose);
        if (this.endWait === end) this.endWait = null;
        if (refusal === undefined) done();
        else fail(refusal);
      };
      const onClose = () => end();
      const timer = setTimeout(end, seconds * 1000);
      this.endWait = end;
      request.socket.once('close', onClose);
    });
  }
}
