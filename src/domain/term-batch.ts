/**
 * The terms of some chunks with their postings, as they come from another thread: to copy some hundred strings a chunk
 * would take longer than to make them.
 */
export type TermBatch = {
  /** How many chunks. */
  chunks: number;
  /** Pairs of characters as `toPairKey` gives them, but unsigned; ascending. */
  pairs: Uint32Array;
  /** Words of one or two UTF-16 units, which are most, alike: the first unit above, 0 for no second; ascending. */
  shortWords: Uint32Array;
  /** All other terms. */
  others: readonly string[];
  /** Where the postings of each term begin, first of the pairs, then of the short words, then of the others, and the end of all. */
  starts: Uint32Array;
  /** Of each posting the chunk's place in the batch; of a term they ascend. */
  places: Uint32Array;
  frequencies: Uint32Array;
};

/** A chunk's terms in a batch: its place there, how many terms it has, and its `hashChunk`. */
export type BatchedTerms = { batch: TermBatch; place: number; count: number; hash: string };
