/** A source of choices: the same seed gives the same choices in the same order. */
export type Random = {
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number, both ends inclusive. */
  integer(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** Picks a key by its weight. */
  weigh<K extends string>(weights: Readonly<Record<K, number>>): K;
  shuffle<T>(list: readonly T[]): T[];
};

/** The generator is mulberry32 (public domain, Tommy Ettinger): 32 bits of state, good enough to lay out pages. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('There is nothing to pick from.');
    return list[integer(0, list.length - 1)] as T;
  };
  return {
    chance: (probability) => next() < probability,
    integer,
    pick,
    weigh: <K extends string>(weights: Readonly<Record<K, number>>) => {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return pick(entries)[0];
    },
    shuffle: <T>(list: readonly T[]) => {
      const rest = [...list];
      return list.map(() => rest.splice(integer(0, rest.length - 1), 1)[0] as T);
    },
  };
}
