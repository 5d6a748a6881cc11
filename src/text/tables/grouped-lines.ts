/**
 * Lines of text in groups, each found by its key (a number of up to 31 bits, not 0), in one buffer that is used as it
 * lies in a file, nothing being built when it is opened. Numbers are of 32 bits:
 *
 *   bits | count | slots: 2^bits × (group + 1, or 0) | keys: count | ends: count | the groups' lines, UTF-8
 *
 * A key's group stands in the slot of its hash or in the next ones that are taken; `ends` count bytes of the text.
 */
export type GroupedLines = {
  keys: Uint32Array;
  /** All lines of all groups, each ended by a line feed. */
  text: Buffer;
  /** The group of a key; -1 where there is none. */
  find(key: number): number;
  linesOf(group: number): Buffer;
};

const HEAD = 2;
const BYTES = Uint32Array.BYTES_PER_ELEMENT;

/** `lines` without their line feeds, which they may not contain. */
export function packLines(lines: Iterable<readonly [key: number, line: string]>): Buffer {
  const groups = new Map<number, string>();
  for (const [key, line] of lines) groups.set(key, `${groups.get(key) ?? ''}${line}\n`);
  const bits = Math.ceil(Math.log2(groups.size * 2));
  const slots = new Uint32Array(2 ** bits);
  const keys = Uint32Array.from([...groups.keys()].sort((a, b) => a - b));
  const texts = Array.from(keys, (key) => Buffer.from(groups.get(key) ?? ''));
  const ends = new Uint32Array(keys.length);
  let end = 0;
  for (const [group, key] of keys.entries()) {
    let slot = slotOf(key, bits);
    while (slots[slot]) slot = (slot + 1) % slots.length;
    slots[slot] = group + 1;
    end += texts[group]?.length ?? 0;
    ends[group] = end;
  }
  const numbers = [Uint32Array.of(bits, keys.length), slots, keys, ends];
  return Buffer.concat([...numbers.map(({ buffer }) => new Uint8Array(buffer)), ...texts]);
}

export function openLines(packed: Buffer): GroupedLines {
  const numbers = new Uint32Array(packed.buffer, packed.byteOffset, Math.floor(packed.length / BYTES));
  const [bits = 0, count = 0] = numbers;
  const firstKey = HEAD + 2 ** bits;
  const slots = numbers.subarray(HEAD, firstKey);
  const keys = numbers.subarray(firstKey, firstKey + count);
  const ends = numbers.subarray(firstKey + count, firstKey + 2 * count);
  const text = packed.subarray((firstKey + 2 * count) * BYTES);
  const last = slots.length - 1;
  return {
    keys,
    text,
    find(key) {
      let slot = slotOf(key, bits);
      for (let taken = slots[slot] as number; taken; taken = slots[slot] as number) {
        if (keys[taken - 1] === key) return taken - 1;
        slot = (slot + 1) & last;
      }
      return -1;
    },
    linesOf: (group) => text.subarray(group === 0 ? 0 : ends[group - 1], ends[group]),
  };
}

/** What the lines of a key say, read once and kept; undefined where the key has none. */
export function readGroups<T>(
  lines: GroupedLines,
  parse: (line: string) => T,
): (key: number) => readonly T[] | undefined {
  const read = new Map<number, readonly T[]>();
  return (key) => {
    const known = read.get(key);
    if (known) return known;
    const group = lines.find(key);
    if (group < 0) return undefined;
    const parsed = lines.linesOf(group).toString().trimEnd().split('\n').map(parse);
    read.set(key, parsed);
    return parsed;
  };
}

/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the golden ratio's bits spread neighbours. */
function slotOf(key: number, bits: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - bits);
}
