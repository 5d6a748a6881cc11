import type { Question } from '../../domain/query.js';
import * as wording from '../../domain/wording/telegram.js';
import { answerQuestion } from '../answers/answer-question.js';
import { askedOnOf, filterOf } from '../chat-limits.js';
import type { Turn } from '../turn.js';

/** Longer texts are pasted by mistake; a question of a newspaper reader takes a line or two. */
const LONGEST_QUESTION = 2_000;

/** Answers a question, with what was asked before in the same chat and topic. */
export async function ask(turn: Turn): Promise<void> {
  const question = turn.argument.trim();
  const refusal = refuseToAsk(question);
  if (refusal !== null) return turn.say(refusal);
  await answerQuestion(turn, buildQuestion(turn, question));
}

/** Why the text cannot be asked; null where it can. */
export function refuseToAsk(question: string): string | null {
  if (question === '') return wording.questionMissing();
  return question.length > LONGEST_QUESTION ? wording.questionTooLong(LONGEST_QUESTION) : null;
}

/** The question with what holds in its chat. */
export function buildQuestion(turn: Turn, question: string): Question {
  return {
    question,
    askedOn: askedOnOf(turn),
    filter: filterOf(turn),
    history: turn.parts.conversations.history(turn.place),
  };
}
