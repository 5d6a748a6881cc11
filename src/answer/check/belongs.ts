import { type Context, compareContexts } from './contexts.js';

type Placed = { context: Context };

/**
 * Whether a value of a sentence stands where its quotes have it: what they say around it fits the sentence at least
 * as well as what they say around its `rivals`, the other values of its kind.
 */
export function belongs(value: Placed, right: readonly Placed[], rivals: readonly Placed[]): boolean {
  const best = (all: readonly Placed[]) =>
    Math.max(Number.NEGATIVE_INFINITY, ...all.map(({ context }) => compareContexts(value.context, context)));
  return right.length > 0 && best(rivals) <= best(right);
}
