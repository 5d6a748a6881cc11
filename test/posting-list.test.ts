import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saturatedFrequency } from '../src/store/words/bm25.js';
import { PostingList } from '../src/store/words/posting-list.js';
import { decodePostings, encodePostings } from '../src/store/words/postings.js';
import type { Segment } from '../src/store/words/segment.js';

/** A segment with chunks of these lengths; chunk ids are places times two. */
function makeSegment(lengths: Uint16Array): Segment {
  const deadPlaces = Int32Array.from(lengths.keys()).filter((place) => lengths[place] === 0);
  return {
    segmentId: 1,
    chunkIds: Uint32Array.from(lengths, (_, place) => 2 * place),
    lengths,
    dead: deadPlaces.length,
    deadPlaces,
    totalLength: lengths.reduce((sum, length) => sum + length, 0),
  };
}

describe('a list of postings', () => {
  it('reads back the postings that it wrote, whole and block by block, none above its block’s bound', () => {
    const posting = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 400 }));
    const far = fc.tuple(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 1, max: 65_535 }));
    const few = fc.array(far, { minLength: 1 });
    const many = fc.array(posting, { minLength: 100, maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(fc.oneof(few, many), fc.integer({ min: 1, max: 1000 }), (steps, averageLength) => {
        let place = -1;
        const pairs = steps.flatMap(([distance, frequency]) => {
          place += distance;
          return [place, frequency];
        });
        const segment = makeSegment(Uint16Array.from({ length: 4000 }, (_, i) => (i * 7919) % 500));
        const data = Buffer.from(encodePostings(pairs, segment.lengths));
        const { places, frequencies } = decodePostings(data, steps.length);
        expect(steps.flatMap((_, i) => [places[i], frequencies[i]])).toEqual(pairs);
        const list = new PostingList(segment, steps.length, data);
        const highest = list.bound(averageLength);
        const read: number[] = [];
        for (let block = 0; block < list.blocks; block++) {
          expect(list.isDescribed(block)).toBe(true);
          const count = list.decode(block);
          for (let i = 0; i < count; i++) {
            const [place, frequency] = [list.decoded.places[i] ?? -1, list.decoded.frequencies[i] ?? -1];
            read.push(place, frequency);
            const length = segment.lengths[place] ?? 0;
            const said = length === 0 ? 0 : saturatedFrequency(frequency, length, averageLength);
            expect(said).toBeLessThanOrEqual(highest);
          }
        }
        expect(read).toEqual(pairs);
        // Every third place that is in the list, and one beside each of them.
        const asked = pairs.filter((_, i) => i % 6 === 0).flatMap((place) => [place, place + 1]);
        const wanted = Int32Array.from(new Set([...asked, place + 1])).sort();
        const found = new Int32Array(wanted.length).fill(-1);
        list.frequenciesAt(wanted, found);
        const frequencyOf = new Map(steps.map((_, i) => [pairs[2 * i], pairs[2 * i + 1]]));
        expect([...found]).toEqual(Array.from(wanted, (one) => frequencyOf.get(one) ?? 0));
      }),
    );
  });
});
