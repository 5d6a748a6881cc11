import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from 'grammy';
import * as wording from '../../domain/wording/telegram-follows.js';
import { dayInShanghai, minuteInShanghai } from '../../text/calendar.js';
import type { BotParts } from '../bot-parts.js';
import { collectFindings } from './collect-findings.js';
import { tellChat } from './tell-chat.js';

/** Looks at which the archive may still grow before what came in is told all the same. */
const LONGEST_GROWTH = 40;

/**
 * Looks at the archive every few seconds until the signal aborts, and tells chats what came in of what they follow. While
 * an ingest commits file after file it waits, so that an issue is told in one message.
 */
export async function watchArchive(api: Api, parts: BotParts, signal: AbortSignal): Promise<void> {
  const { archive, log, pace } = parts;
  let seen = -1;
  let growth = 0;
  let failing = false;
  const look = async (): Promise<void> => {
    const last = await archive.lastArrival();
    growth = last.arrival === seen || growth >= LONGEST_GROWTH ? 0 : growth + 1;
    seen = last.arrival;
    if (growth > 0) return;
    await collectFindings(parts, last);
    await tellDueChats(api, parts, signal);
  };
  while (!signal.aborted) {
    try {
      await look();
      if (failing) log.info({}, wording.followsAgain());
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ error }, wording.followsFailed());
      failing = true;
    }
    await wait(pace.followEvery, undefined, { signal }).catch(() => {});
  }
}

async function tellDueChats(api: Api, parts: BotParts, signal: AbortSignal): Promise<void> {
  const { store, now } = parts;
  const day = dayInShanghai(now());
  for (const { chatId, isDaily } of store.follows.listDue(day, minuteInShanghai(now()))) {
    if (signal.aborted) return;
    const isTold = await tellChat(api, chatId, parts);
    if (isTold && isDaily) store.follows.markDigest(chatId, day);
  }
}
