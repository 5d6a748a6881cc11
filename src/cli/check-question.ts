import { UsageError } from '../domain/errors.js';
import * as wording from '../domain/wording/cli.js';

/** Far above any real question, far below what would slow the search down. */
const LONGEST_QUESTION = 2_000;

/**
 * The question without blanks around it.
 * @throws UsageError when it is empty or longer than 2,000 characters.
 */
export function checkQuestion(given: string): string {
  const question = given.trim();
  if (question === '') throw new UsageError(wording.emptyQuestion());
  // Characters as a person counts them, so that the sentence's figure is the person's.
  const length = question.length > LONGEST_QUESTION ? [...question].length : question.length;
  if (length > LONGEST_QUESTION) throw new UsageError(wording.questionTooLong(length, LONGEST_QUESTION));
  return question;
}
