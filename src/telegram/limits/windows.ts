import { createWindow, type Limit, type Window } from './window.js';

/** So many windows are kept before those that hold nobody up are forgotten. */
const KEPT = 10_000;

/** A window for each key, the same one as long as it limits anything. */
export function createWindows<Key>(): (key: Key, limit: Limit, now: number) => Window {
  const windows = new Map<Key, { window: Window; quietAt: number }>();
  return (key, limit, now) => {
    if (windows.size >= KEPT) {
      for (const [other, { quietAt }] of windows) if (quietAt < now) windows.delete(other);
    }
    const window = windows.get(key)?.window ?? createWindow(limit);
    windows.set(key, { window, quietAt: now + 2 * limit.within });
    return window;
  };
}
