import { expect } from 'vitest';
import { findTimes } from '../../src/text/find-times.js';

/** The day of writing, the text, the one expression in it, its first and its last day (left out where the same). */
export type TimeCase = readonly [today: string, text: string, expression: string, from: string, to?: string];

export function expectTime(
  [today, text, expression, from, to = from]: TimeCase,
  where: 'question' | 'article',
): void {
  const found = findTimes(text, today, { in: where });
  expect(found.map((time) => [time.text, time.from, time.to])).toEqual([[expression, from, to]]);
}
