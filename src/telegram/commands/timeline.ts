import * as wording from '../../domain/wording/telegram-archive.js';
import { parseTimelineQuestion } from '../../query/timeline-question.js';
import { askedOnOf } from '../chat-limits.js';
import type { Turn } from '../turn.js';
import { ask } from './ask.js';

/** The course of something, in the order of its days. */
export async function timeline(turn: Turn): Promise<void> {
  const about = turn.argument.trim();
  if (about === '') return turn.say(wording.timelineWordsMissing());
  const isQuestion = parseTimelineQuestion(about, askedOnOf(turn)) !== null;
  await ask({ ...turn, argument: isQuestion ? about : wording.timelineQuestion(about) });
}
