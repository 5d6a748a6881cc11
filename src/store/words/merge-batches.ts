import type { TermBatch } from '../../domain/term-batch.js';
import { fromPairKey, fromShortKey } from '../../text/pair-key.js';

/** Hears of a batch that holds a term: its place in the list, and the term's rank among all of the batch. */
type OnHolder = (batch: number, rank: number) => void;

/** Terms of one kind, in the order of UTF-16 units. */
type Terms = {
  /** The next one; null at the end. */
  current: string | null;
  /** Tells who holds the current term and goes on to the next. */
  take(onHolder: OnHolder): void;
};

/**
 * Tells each term of the batches once, in the order of UTF-16 units: first `onHolder` for each batch that holds it, in the
 * order of the batches, then `onTerm`.
 */
export function mergeBatches(
  batches: readonly TermBatch[],
  onHolder: OnHolder,
  onTerm: (term: string) => void,
): void {
  const kinds: readonly Terms[] = [
    new NumberedTerms(
      batches.map(({ pairs }) => ({ keys: pairs, start: 0 })),
      fromPairKey,
    ),
    new NumberedTerms(
      batches.map(({ pairs, shortWords }) => ({ keys: shortWords, start: pairs.length })),
      fromShortKey,
    ),
    new OtherTerms(batches),
  ];
  for (;;) {
    let next: Terms | null = null;
    for (const kind of kinds) {
      if (kind.current === null) continue;
      if (next === null || kind.current < (next.current as string)) next = kind;
    }
    if (next === null) return;
    const term = next.current as string;
    next.take(onHolder);
    onTerm(term);
  }
}

/** With a key of 32 bits in front this is as many as a number holds exactly. */
const BATCHES = 2 ** 21;

/** Terms that are numbers in each batch, ascending; the first one's rank there is `start`. */
class NumberedTerms implements Terms {
  current: string | null;
  /** The keys of all batches, each with its batch behind it: sorting numbers natively beats merging the lists. */
  private readonly joined: Float64Array;
  private readonly ranks: Uint32Array;
  private at = 0;

  constructor(
    batches: readonly { keys: Uint32Array; start: number }[],
    private readonly toTerm: (key: number) => string,
  ) {
    this.joined = new Float64Array(batches.reduce((sum, { keys }) => sum + keys.length, 0));
    this.ranks = Uint32Array.from(batches, ({ start }) => start);
    let end = 0;
    batches.forEach(({ keys }, batch) => {
      for (const key of keys) this.joined[end++] = key * BATCHES + batch;
    });
    this.joined.sort();
    this.current = this.termAt(0);
  }

  take(onHolder: OnHolder): void {
    const { joined, ranks } = this;
    const first = Math.floor((joined[this.at] as number) / BATCHES) * BATCHES;
    for (; this.at < joined.length; this.at++) {
      const batch = (joined[this.at] as number) - first;
      if (batch >= BATCHES) break;
      const rank = ranks[batch] as number;
      ranks[batch] = rank + 1;
      onHolder(batch, rank);
    }
    this.current = this.termAt(this.at);
  }

  private termAt(at: number): string | null {
    return at < this.joined.length ? this.toTerm(Math.floor((this.joined[at] as number) / BATCHES)) : null;
  }
}

/** The terms that are strings. */
class OtherTerms implements Terms {
  current: string | null;
  /** Of each term its holders: batch, rank, batch, rank, … */
  private readonly holders = new Map<string, number[]>();
  private readonly inOrder: readonly string[];
  private at = 0;

  constructor(batches: readonly TermBatch[]) {
    batches.forEach(({ pairs, shortWords, others }, batch) => {
      const start = pairs.length + shortWords.length;
      for (let i = 0; i < others.length; i++) {
        const term = others[i] as string;
        const known = this.holders.get(term);
        if (known) known.push(batch, start + i);
        else this.holders.set(term, [batch, start + i]);
      }
    });
    this.inOrder = [...this.holders.keys()].sort();
    this.current = this.inOrder[0] ?? null;
  }

  take(onHolder: OnHolder): void {
    const holders = this.holders.get(this.current as string) as number[];
    for (let i = 0; i < holders.length; i += 2) onHolder(holders[i] as number, holders[i + 1] as number);
    this.at++;
    this.current = this.inOrder[this.at] ?? null;
  }
}
