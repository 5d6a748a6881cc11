/** At most `count` events in any stretch of `within` milliseconds. */
export type Limit = { count: number; within: number };

export type Window = {
  /** The earliest moment for one more, not before `now`. */
  next(now: number): number;
  /** One more happens, in the order of time. */
  add(at: number): void;
};

export function createWindow({ count, within }: Limit): Window {
  /** The last `count` events, oldest first: only the oldest of them can hold another one up. */
  const times: number[] = [];
  return {
    next(now) {
      const [oldest] = times;
      return times.length < count || oldest === undefined ? now : Math.max(now, oldest + within);
    },
    add(at) {
      times.push(at);
      if (times.length > count) times.shift();
    },
  };
}
