import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { raceWithSignal } from '../src/system/race-with-signal.js';
import { withDeadline } from '../src/system/with-deadline.js';

const hang = (signal: AbortSignal) => raceWithSignal(new Promise<never>(() => {}), signal);

test('work that hangs is given up when the time is over, also after a garbage collection', async () => {
  setFlagsFromString('--expose-gc');
  const given = withDeadline(50, new AbortController().signal, hang);
  runInNewContext('gc')();
  await expect(given).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('work that hangs is given up when the caller aborts, before or meanwhile, with the caller’s reason', async () => {
  const caller = new AbortController();
  const given = withDeadline(60_000, caller.signal, hang);
  caller.abort(new Error('stopped'));
  await expect(given).rejects.toThrow('stopped');
  await expect(withDeadline(60_000, caller.signal, hang)).rejects.toThrow('stopped');
});

test('work that is done in time gives its value', async () => {
  expect(await withDeadline(60_000, undefined, async (signal) => signal.aborted)).toBe(false);
});
