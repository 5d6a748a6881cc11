import type { TermBatch } from '../../domain/term-batch.js';

/**
 * The places and frequencies of each term of some chunks, sorted by counting: all terms share two arrays, because a list
 * for each takes more time and memory. `chunks` hold terms, as often as they stand there, that `ranks` turns into
 * numbers below `terms`.
 */
export function collectPostings(
  chunks: readonly Uint32Array[],
  ranks: Uint32Array,
  terms: number,
): Pick<TermBatch, 'starts' | 'places' | 'frequencies'> {
  const starts = findStarts(chunks, ranks, terms);
  const places = new Uint32Array(starts[terms] as number);
  const frequencies = new Uint32Array(places.length);
  const ends = starts.slice();
  for (let place = 0; place < chunks.length; place++) {
    for (const term of chunks[place] as Uint32Array) {
      const rank = ranks[term] as number;
      const end = ends[rank] as number;
      const last = end - 1;
      if (end > (starts[rank] as number) && places[last] === place)
        frequencies[last] = (frequencies[last] as number) + 1;
      else {
        places[end] = place;
        frequencies[end] = 1;
        ends[rank] = end + 1;
      }
    }
  }
  return { starts, places, frequencies };
}

function findStarts(chunks: readonly Uint32Array[], ranks: Uint32Array, terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  const lastPlaces = new Int32Array(terms).fill(-1);
  for (let place = 0; place < chunks.length; place++) {
    for (const term of chunks[place] as Uint32Array) {
      const rank = ranks[term] as number;
      if (lastPlaces[rank] === place) continue;
      lastPlaces[rank] = place;
      starts[rank + 1] = (starts[rank + 1] as number) + 1;
    }
  }
  for (let rank = 0; rank < terms; rank++)
    starts[rank + 1] = (starts[rank + 1] as number) + (starts[rank] as number);
  return starts;
}
