/** Grows when fuller than this. */
const MOST_FULL = 0.6;
const EMPTY = -1;

/**
 * Gives each key, a signed number of 32 bits, a number from 0 in the order in which they come. A table with open addressing: a Map
 * takes several times as long, and there is a pair for each character of the archive.
 */
export class PairNumbers {
  private slots = new Int32Array(1 << 12).fill(EMPTY);
  private list = new Int32Array(1 << 12);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** In the order of their numbers; valid until the next call. */
  keys(): Int32Array {
    return this.list.subarray(0, this.count);
  }

  /** −1 where the key is new. */
  find(key: number): number {
    return this.slots[this.slotOf(key)] as number;
  }

  /** The key's number, a new one where it has none. */
  numberOf(key: number): number {
    const slot = this.slotOf(key);
    const known = this.slots[slot] as number;
    if (known !== EMPTY) return known;
    const number = this.count++;
    this.slots[slot] = number;
    this.list[number] = key;
    if (this.count > this.slots.length * MOST_FULL) this.grow();
    return number;
  }

  clear(): void {
    this.slots.fill(EMPTY);
    this.count = 0;
  }

  /** Where the key stands, or would. */
  private slotOf(key: number): number {
    const { slots, list } = this;
    const mask = slots.length - 1;
    const mixed = Math.imul(key ^ (key >>> 15), 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 16)) & mask;
    for (;;) {
      const number = slots[slot] as number;
      if (number === EMPTY || list[number] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const keys = this.keys();
    this.slots = new Int32Array(this.slots.length * 2).fill(EMPTY);
    this.list = new Int32Array(this.slots.length);
    this.list.set(keys);
    for (let number = 0; number < keys.length; number++)
      this.slots[this.slotOf(keys[number] as number)] = number;
  }
}
