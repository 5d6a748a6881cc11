/**
 * One term's postings in a segment, put together from lists whose chunks have other places there: place, frequency, place,
 * frequency, …
 */
export class MovedPostings {
  private pairs: number[] = [];
  private isAscending = true;

  /** `newPlaces` holds where each chunk of the list went, −1 for those that went nowhere. */
  add(
    { places, frequencies }: { places: ArrayLike<number>; frequencies: ArrayLike<number> },
    from: number,
    end: number,
    newPlaces: Int32Array,
  ): void {
    const { pairs } = this;
    for (let i = from; i < end; i++) {
      const place = newPlaces[places[i] as number] as number;
      if (place === -1) continue;
      if (pairs.length > 0 && place < (pairs[pairs.length - 2] as number)) this.isAscending = false;
      pairs.push(place, frequencies[i] as number);
    }
  }

  /** With ascending places. What comes then is of another term. */
  take(): readonly number[] {
    const pairs = this.isAscending ? this.pairs : sortPairs(this.pairs);
    this.pairs = [];
    this.isAscending = true;
    return pairs;
  }
}

/** A pair is sorted as one number; 2²⁰ is above any frequency, as a chunk's length is below 2¹⁶. */
function sortPairs(pairs: readonly number[]): number[] {
  const packed = new Float64Array(pairs.length / 2);
  packed.forEach((_, i) => {
    packed[i] = (pairs[2 * i] as number) * PACKING + Math.min(pairs[2 * i + 1] as number, PACKING - 1);
  });
  return Array.from(packed.sort()).flatMap((pair) => [Math.floor(pair / PACKING), pair % PACKING]);
}

const PACKING = 2 ** 20;
