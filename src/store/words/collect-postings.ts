import type { TermBatch } from '../../domain/term-batch.js';

/** The terms of chunks one after the other, as often as they stand there, and where each chunk's end. */
type Chunks = { terms: Uint32Array; ends: readonly number[] };

/**
 * The places and frequencies of each term of some chunks, sorted by counting: all terms share two arrays, because a list
 * for each takes more time and memory. `ranks` turns the chunks' terms into numbers below `count`.
 */
export function collectPostings(
  chunks: Chunks,
  ranks: Uint32Array,
  count: number,
): Pick<TermBatch, 'starts' | 'places' | 'frequencies'> {
  const { terms, ends: chunkEnds } = chunks;
  const starts = findStarts(chunks, ranks, count);
  const places = new Uint32Array(starts[count] as number);
  const frequencies = new Uint32Array(places.length);
  const ends = starts.slice();
  for (let place = 0, at = 0; place < chunkEnds.length; place++) {
    for (const chunkEnd = chunkEnds[place] as number; at < chunkEnd; at++) {
      const rank = ranks[terms[at] as number] as number;
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

function findStarts({ terms, ends }: Chunks, ranks: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  const lastPlaces = new Int32Array(count).fill(-1);
  for (let place = 0, at = 0; place < ends.length; place++) {
    for (const end = ends[place] as number; at < end; at++) {
      const rank = ranks[terms[at] as number] as number;
      if (lastPlaces[rank] === place) continue;
      lastPlaces[rank] = place;
      starts[rank + 1] = (starts[rank + 1] as number) + 1;
    }
  }
  for (let rank = 0; rank < count; rank++)
    starts[rank + 1] = (starts[rank + 1] as number) + (starts[rank] as number);
  return starts;
}
