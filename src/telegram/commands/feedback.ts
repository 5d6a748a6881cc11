import * as wording from '../../domain/wording/telegram-answers.js';
import { echo } from '../echo.js';
import type { Turn } from '../turn.js';

const LONGEST_REMARK = 1_000;

/** Keeps a remark to the last answer that the person was given here. */
export async function feedback({ argument, place, sender, parts, say }: Turn): Promise<void> {
  const remark = argument.trim();
  if (remark === '') return say(wording.remarkMissing());
  if (remark.length > LONGEST_REMARK) return say(wording.remarkTooLong(LONGEST_REMARK));
  const { answers } = parts.store;
  const { chatId, topicId } = place;
  const answerId = sender === undefined ? null : answers.findLast({ chatId, topicId, askerId: sender.id });
  const kept = answerId === null ? null : answers.find(answerId);
  if (sender === undefined || answerId === null || kept === null) return say(wording.nothingToRemarkOn());
  answers.judge(answerId, sender.id, { remark }, parts.now());
  await say(wording.remarkKept(echo(kept.question)));
}
