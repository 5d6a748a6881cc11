import type { Sentence } from '../answer.js';

/** A sentence with the marks of its citations: 七件实事已经确定。 [1][2] */
export function formatSentence({ text, citations }: Sentence): string {
  return citations.length === 0 ? text : `${text} ${citations.map((n) => `[${n}]`).join('')}`;
}
