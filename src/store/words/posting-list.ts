import { damagedRow } from '../damaged-row.js';
import { BLOCK, type BlockTable, boundList, isBounded, readTable, tableBytes } from './block-table.js';
import { saturatedFrequency } from './bm25.js';
import { decodeInto, type Postings } from './postings.js';
import type { Segment } from './segment.js';

/** What the last call of `decode` on any list found: valid until the next. */
const decoded: Postings = { places: new Int32Array(BLOCK), frequencies: new Int32Array(BLOCK) };

/** One term's postings in one segment as they are stored, decoded a block at a time. */
export class PostingList {
  readonly blocks: number;
  readonly decoded = decoded;
  private readonly table: BlockTable | null;
  private readonly start: number;

  /** Throws what `damagedRow` makes where the row cannot be a list. */
  constructor(
    readonly segment: Segment,
    readonly count: number,
    private readonly data: Uint8Array,
  ) {
    this.start = tableBytes(count);
    if (!(data instanceof Uint8Array) || data.length < this.start + count) throw damagedRow('postings');
    this.table = this.start === 0 ? null : readTable(data, count);
    this.blocks = this.table?.ends.length ?? 1;
  }

  /** The first block from `block` on that may hold the place or one behind it; `blocks` where none does. */
  private skipTo(place: number, block: number): number {
    if (this.table === null) return block;
    const { lastPlaces } = this.table;
    let at = block;
    while (at < lastPlaces.length && (lastPlaces[at] as number) < place) at++;
    return at;
  }

  /** Where the block begins, as a place: none of its places is below. */
  private firstPlace(block: number): number {
    return block === 0 || this.table === null ? 0 : (this.table.lastPlaces[block - 1] as number) + 1;
  }

  /** Where the block ends, as a place: none of its places is above. */
  private lastPlace(block: number): number {
    return this.table === null ? Number.POSITIVE_INFINITY : (this.table.lastPlaces[block] as number);
  }

  /** Puts the block's postings into `decoded`, to the first that is not below `until`, and returns how many there are. */
  decode(block: number, until?: number): number {
    const from =
      this.start + (block === 0 || this.table === null ? 0 : (this.table.ends[block - 1] as number));
    const count = Math.min(BLOCK, this.count - block * BLOCK);
    return decodeInto(decoded, this.data, from, count, this.firstPlace(block) - 1, until);
  }

  /** A number that the saturated frequency of none of its live chunks exceeds. */
  bound(averageLength: number): number {
    return this.table === null ? this.findHighest(averageLength) : boundList(this.table, averageLength);
  }

  /** Whether the table says the truth of a block. */
  isDescribed(block: number): boolean {
    const { table } = this;
    if (table === null) return true;
    const count = this.decode(block);
    if (table.lastPlaces[block] !== decoded.places[count - 1]) return false;
    for (let i = 0; i < count; i++) {
      const length = this.segment.lengths[decoded.places[i] as number] as number;
      if (length > 0 && !isBounded(table, decoded.frequencies[i] as number, length)) return false;
    }
    return true;
  }

  /** How often the term stands in the chunks at some places, which ascend, into `frequencies`, one each. */
  frequenciesAt(places: Int32Array, frequencies: Int32Array): void {
    frequencies.fill(0, 0, places.length);
    for (let at = 0, block = 0; at < places.length; block++) {
      block = this.skipTo(places[at] as number, block);
      if (block === this.blocks) return;
      const from = at;
      const end = this.lastPlace(block);
      while (at < places.length && (places[at] as number) <= end) at++;
      const until = places[at - 1] as number;
      if (until < this.firstPlace(block)) continue;
      const count = this.decode(block, until);
      for (let i = from, d = 0; i < at; i++) {
        const place = places[i] as number;
        while (d < count && (decoded.places[d] as number) < place) d++;
        if (d < count && decoded.places[d] === place) frequencies[i] = decoded.frequencies[d] as number;
      }
    }
  }

  /** In how many live chunks the term stands. */
  countLive(): number {
    const { lengths, deadPlaces } = this.segment;
    let live = this.count;
    for (const block of this.blocksWith(deadPlaces)) {
      const count = this.decode(block);
      for (let i = 0; i < count; i++) if (lengths[decoded.places[i] as number] === 0) live--;
    }
    return live;
  }

  /** The blocks in which one of the places, which ascend, may be. */
  blocksWith(places: Int32Array): number[] {
    const found: number[] = [];
    for (let at = 0, block = 0; at < places.length; ) {
      block = this.skipTo(places[at] as number, block);
      if (block === this.blocks) break;
      const end = block === this.blocks - 1 ? Number.POSITIVE_INFINITY : this.firstPlace(block + 1);
      if ((places[at] as number) >= this.firstPlace(block)) found.push(block);
      while (at < places.length && (places[at] as number) < end) at++;
      block++;
    }
    return found;
  }

  private findHighest(averageLength: number): number {
    const { lengths } = this.segment;
    let highest = 0;
    const count = this.decode(0);
    for (let i = 0; i < count; i++) {
      const length = lengths[decoded.places[i] as number] as number;
      if (!(length > 0)) continue;
      highest = Math.max(
        highest,
        saturatedFrequency(decoded.frequencies[i] as number, length, averageLength),
      );
    }
    return highest;
  }
}
