import type { Context } from 'grammy';
import * as wording from '../../domain/wording/telegram-answers.js';
import { isAdmin } from '../admission.js';
import type { BotParts } from '../bot-parts.js';
import type { Action } from './action.js';
import type { Press, Presser, Toast } from './table.js';

type Stop = Extract<Action, { kind: 'stop' }>;

/** Stops the answer, and tells who pressed what came of it. */
export function stopToast({ userId, chatId, parts }: Presser, { run }: Stop): Toast {
  const outcome = parts.running.stop(run, chatId, { userId, isAdmin: isAdmin(userId, parts) });
  if (outcome === 'not-yours') return { text: wording.notYoursToStop(), show_alert: true };
  return { text: outcome === 'stopped' ? wording.stopToast() : wording.alreadyEnded() };
}

/** The button of an answer that ended with an earlier run of the program is taken away. */
export async function stopPressed({ api, place, message, parts }: Press, { run }: Stop): Promise<void> {
  if (parts.running.has(run)) return;
  await api.editMessageReplyMarkup(place.chatId, message.message_id).catch(() => {});
}

/** Telegram's own button to stop, under a draft: only the person of a private chat can press it. */
export function stopDraft(
  stopped: NonNullable<Context['stoppedMessageGeneration']>,
  { running }: BotParts,
): void {
  running.stop(stopped.draft_id, stopped.chat.id, { userId: stopped.chat.id, isAdmin: false });
}
