import * as wording from '../domain/wording/telegram.js';
import { isChatClosed, isLostOnTheWay } from './failures.js';
import { ShutOutError } from './shut-out.js';
import type { Turn } from './turn.js';

/** Whatever fails is logged and said to the person in one sentence; it never ends the bot. */
export async function withApology(turn: Turn, work: () => Promise<void>): Promise<void> {
  const { log } = turn.parts;
  try {
    await work();
  } catch (error) {
    if (error instanceof ShutOutError) return log.info({}, error.message);
    log.error({ error }, wording.turnFailed());
    if (isChatClosed(error)) return;
    const sentence = isLostOnTheWay(error) ? wording.perhapsLost() : wording.apology();
    await turn.say(sentence).catch((second: unknown) => {
      log.warn({ error: second }, wording.apologyFailed());
    });
  }
}
