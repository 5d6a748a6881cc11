import type { Span } from './split-sentences.js';

/** Whether two stretches of a text share a character; those that only touch do not. */
export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** The first, and of the second those that none of the first shares a character with. */
export const withoutOverlap = (first: readonly Span[], second: readonly Span[]): Span[] => [
  ...first,
  ...second.filter((one) => !first.some((other) => overlaps(one, other))),
];
