import type { Message } from 'grammy/types';
import type { Verdict } from '../../domain/feedback.js';
import * as wording from '../../domain/wording/telegram-answers.js';
import { isNotModified } from '../failures.js';
import type { Action } from './action.js';
import type { Press } from './table.js';

/** Keeps what a person thinks of an answer; the keyboard shows it. */
export async function judge(
  press: Press,
  { answerId, verdict }: Extract<Action, { kind: 'judge' }>,
): Promise<void> {
  const { api, place, message, parts, sender } = press;
  const { answers } = parts.store;
  if (sender === undefined || answers.find(answerId) === null) return press.say(wording.answerForgotten());
  answers.judge(answerId, sender.id, { verdict }, parts.now());
  const people = answers.countVerdicts(answerId);
  const label = (of: Verdict) =>
    place.isPrivate ? wording.chosenVerdict(of, of === verdict) : wording.countedVerdict(of, people[of]);
  const inline_keyboard = relabel(press, label);
  if (inline_keyboard === null) return;
  await api
    .editMessageReplyMarkup(place.chatId, message.message_id, { reply_markup: { inline_keyboard } })
    .catch((error: unknown) => {
      if (!isNotModified(error)) throw error;
    });
}

type Keyboard = NonNullable<Message['reply_markup']>['inline_keyboard'];

/** The keyboard with new words on its buttons of judgement; null where they say so already. */
function relabel({ message, place, parts }: Press, label: (verdict: Verdict) => string): Keyboard | null {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  let changed = false;
  const relabelled = rows.map((row) =>
    row.map((button) => {
      const kept =
        'callback_data' in button ? parts.store.presses.find(place.chatId, button.callback_data) : null;
      const action = kept === null ? null : (JSON.parse(kept) as Action);
      if (action?.kind !== 'judge') return button;
      const text = label(action.verdict);
      changed ||= text !== button.text;
      return { ...button, text };
    }),
  );
  return changed ? relabelled : null;
}
