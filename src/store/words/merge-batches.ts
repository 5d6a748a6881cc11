import type { TermBatch } from '../../domain/term-batch.js';
import { fromPairKey } from './pair-key.js';

/** A term of a batch: the batch's place in the list, and the term's among all of the batch. */
type Holder = (batch: number, rank: number) => void;

/**
 * Tells each term of the batches once, in the order of UTF-16 units, after all that hold it: first `onHolder` for each
 * batch, in order, then `onTerm`.
 */
export function mergeBatches(
  batches: readonly TermBatch[],
  onHolder: Holder,
  onTerm: (term: string) => void,
): void {
  const others = new OtherTerms(batches);
  const pairs = joinPairs(batches);
  const ranks = new Uint32Array(batches.length);
  for (let at = 0; at < pairs.length; ) {
    const key = Math.floor((pairs[at] as number) / BATCHES);
    const term = fromPairKey(key);
    others.tell(onHolder, onTerm, term);
    for (; at < pairs.length; at++) {
      const batch = (pairs[at] as number) - key * BATCHES;
      if (batch >= BATCHES) break;
      const rank = ranks[batch] as number;
      ranks[batch] = rank + 1;
      onHolder(batch, rank);
    }
    onTerm(term);
  }
  others.tell(onHolder, onTerm);
}

/** With a pair of 32 bits in front this is as many as a number holds exactly. */
const BATCHES = 2 ** 21;

/** The pairs of all batches, ascending, each with its batch behind it. Sorting numbers natively beats merging the lists here. */
function joinPairs(batches: readonly TermBatch[]): Float64Array {
  const joined = new Float64Array(batches.reduce((sum, { pairs }) => sum + pairs.length, 0));
  let at = 0;
  batches.forEach(({ pairs }, batch) => {
    for (const pair of pairs) joined[at++] = pair * BATCHES + batch;
  });
  return joined.sort();
}

/** The terms that are no pairs, in order. */
class OtherTerms {
  /** Of each term its holders: batch, rank, batch, rank, … */
  private readonly holders = new Map<string, number[]>();
  private readonly inOrder: string[];
  private at = 0;

  constructor(batches: readonly TermBatch[]) {
    batches.forEach(({ pairs, others }, batch) => {
      for (let i = 0; i < others.length; i++) {
        const term = others[i] as string;
        const known = this.holders.get(term);
        if (known) known.push(batch, pairs.length + i);
        else this.holders.set(term, [batch, pairs.length + i]);
      }
    });
    this.inOrder = [...this.holders.keys()].sort();
  }

  /** Tells those that are below a term and were not told before. */
  tell(onHolder: Holder, onTerm: (term: string) => void, below?: string): void {
    for (; this.at < this.inOrder.length; this.at++) {
      const term = this.inOrder[this.at] as string;
      if (below !== undefined && term >= below) return;
      const holders = this.holders.get(term) as number[];
      for (let i = 0; i < holders.length; i += 2) onHolder(holders[i] as number, holders[i + 1] as number);
      onTerm(term);
    }
  }
}
