import type { PendingChunk } from './pending-words.js';

/**
 * The places and frequencies of each term of some chunks, sorted by counting: all terms share two arrays, because a list
 * for each of half a million takes more time and memory.
 */
export class CollectedPostings {
  /** Where each term's postings begin, and the end of all. */
  private readonly starts: Uint32Array;
  private readonly places: Uint32Array;
  private readonly frequencies: Uint32Array;
  private readonly pairs: number[] = [];

  /** Terms are numbers below `terms`. */
  constructor(chunks: readonly PendingChunk[], terms: number) {
    this.starts = findStarts(chunks, terms);
    this.places = new Uint32Array(this.starts[terms] as number);
    this.frequencies = new Uint32Array(this.places.length);
    const ends = this.starts.slice();
    chunks.forEach((chunk, place) => {
      for (const term of chunk.terms) {
        const end = ends[term] as number;
        const last = end - 1;
        if (end > (this.starts[term] as number) && this.places[last] === place)
          this.frequencies[last] = (this.frequencies[last] as number) + 1;
        else {
          this.places[end] = place;
          this.frequencies[end] = 1;
          ends[term] = end + 1;
        }
      }
    });
  }

  /** Place, frequency, place, frequency, …, places ascending; valid until the next call. */
  pairsOf(term: number): readonly number[] {
    const { pairs, starts, places, frequencies } = this;
    pairs.length = 0;
    const end = starts[term + 1] as number;
    for (let i = starts[term] as number; i < end; i++)
      pairs.push(places[i] as number, frequencies[i] as number);
    return pairs;
  }
}

function findStarts(chunks: readonly PendingChunk[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  const lastPlaces = new Int32Array(terms).fill(-1);
  chunks.forEach((chunk, place) => {
    for (const term of chunk.terms) {
      if (lastPlaces[term] === place) continue;
      lastPlaces[term] = place;
      starts[term + 1] = (starts[term + 1] as number) + 1;
    }
  });
  for (let term = 0; term < terms; term++)
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  return starts;
}
