import { answerQuestion } from '../answers/answer-question.js';
import { buildQuestion } from '../commands/ask.js';
import { showText } from '../show-text.js';
import type { Action } from './action.js';
import type { Press } from './table.js';

/** Asks a suggested question as if it were typed; it stands quoted above its answer, as nobody wrote it. */
export async function askSuggestion(
  press: Press,
  { question, askedOn }: Extract<Action, { kind: 'ask' }>,
): Promise<void> {
  // The question is complete: what was asked before has no part in it.
  const asked = { ...buildQuestion(press, question), askedOn, history: [] };
  await answerQuestion(press, asked, { lead: `<blockquote>${showText(question)}</blockquote>` });
}
