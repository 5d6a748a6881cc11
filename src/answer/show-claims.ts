import type { Sentence } from '../domain/answer.js';
import type { Query, QuestionKind } from '../domain/query.js';
import { createValueFinder } from '../search/find-value.js';
import type { Claim } from './claim.js';
import { compose } from './compose.js';

/** These ask for a value: sentences without it are no answer yet. */
const ASKS_FOR_VALUE: ReadonlySet<QuestionKind> = new Set(['number', 'when', 'who', 'where']);

/**
 * Shows checked claims as they come. Where a value is asked for, nothing shows before the first claim that holds one:
 * what was shown is never taken back, so it must be part of an answer.
 */
export function createClaimScreen(query: Query, onSentence: (sentence: Sentence) => void) {
  const findValues = createValueFinder(query);
  const holdsValue = (text: string) => !ASKS_FOR_VALUE.has(query.kind) || findValues(text).length > 0;
  const held: Claim[] = [];
  const shown: Claim[] = [];
  let answers = false;
  return {
    add(claim: Claim): void {
      held.push(claim);
      answers ||= holdsValue(claim.text);
      if (!answers) return;
      const before = shown.length;
      shown.push(...held.splice(0));
      compose(shown).sentences.slice(before).forEach(onSentence);
    },
    /** In the order in which they were shown. */
    shown: shown as readonly Claim[],
    /** Checked, but without the value that was asked for. */
    held: held as readonly Claim[],
  };
}
