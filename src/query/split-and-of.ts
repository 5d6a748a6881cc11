import { completeQuestion } from './complete-question.js';

/** …有哪些，晋源区呢: the same asked of something else in one breath. */
const AND_OF = /^(.{5,}?)[？?，,；;。]\s*(?:那么?|还有)?([^，,？?。；;]{2,12})呢[？?。！!\s]*$/u;

/** A question with a 呢 behind it → both as whole questions; null where nothing is asked on. */
export function splitAndOf(question: string, askedOn: string): string[] | null {
  const [, first, other] = AND_OF.exec(question) ?? [];
  if (!first || !other) return null;
  const asked = `${other}呢`;
  const completed = completeQuestion(asked, [first], askedOn);
  return completed === asked || completed === first ? null : [first, completed];
}
