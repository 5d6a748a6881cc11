import type { Answer } from '../../domain/answer.js';
import * as wording from '../../domain/wording/telegram.js';
import { raceWithSignal } from '../../system/race-with-signal.js';
import { withDeadline } from '../../system/with-deadline.js';
import { askedOnOf, describeLimits, filterOf } from '../chat-limits.js';
import { renderAnswer } from '../render-answer.js';
import type { Turn } from '../turn.js';
import { whileTyping } from '../while-typing.js';

/** Longer texts are pasted by mistake; a question of a newspaper reader takes a line or two. */
const LONGEST_QUESTION = 2_000;

/** Answers a question, with what was asked before in the same chat and topic. */
export async function ask(turn: Turn): Promise<void> {
  const question = turn.argument.trim();
  if (question === '') return turn.say(wording.questionMissing());
  if (question.length > LONGEST_QUESTION) return turn.say(wording.questionTooLong(LONGEST_QUESTION));
  const { conversations, pace, stopping } = turn.parts;
  const answer = await withDeadline(pace.answerWithin, stopping, (signal) =>
    findAnswer(turn, question, signal),
  );
  if (answer === null) return turn.say(stopping.aborted ? wording.stopping() : wording.tookTooLong());
  conversations.remember(turn.place, question);
  const { html, buttons } = renderAnswer(answer, describeLimits(turn));
  await turn.show(html, buttons);
}

/** null: given up because the signal aborted. */
async function findAnswer(turn: Turn, question: string, signal: AbortSignal): Promise<Answer | null> {
  const { conversations, service } = turn.parts;
  const asked = {
    question,
    askedOn: askedOnOf(turn),
    filter: filterOf(turn),
    history: conversations.history(turn.place),
  };
  try {
    return await whileTyping(turn.api, turn.place, turn.parts, () =>
      raceWithSignal(service.ask(asked, undefined, signal), signal),
    );
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
