import { type Context, compareContexts, isCovered } from './contexts.js';

type Placed = { context: Context };

/**
 * Whether a value of a sentence stands where its quotes have it: what they say around it fits the sentence at least
 * as well as what they say around its `rivals`, the other values of its kind.
 */
export function belongs(value: Placed, right: readonly Placed[], rivals: readonly Placed[]): boolean {
  const best = (all: readonly Placed[]) =>
    Math.max(Number.NEGATIVE_INFINITY, ...all.map(({ context }) => compareContexts(value.context, context)));
  if (!right.length) return false;
  if (best(rivals) <= best(right)) return true;
  // 高峰期间隔5分钟，平峰期8分钟: all that is said of the 8 is in the sentence, not all that is said of the 5.
  const isWhole = ({ context }: Placed) => isCovered(value.context, context);
  return right.some(isWhole) && !rivals.some(isWhole);
}
