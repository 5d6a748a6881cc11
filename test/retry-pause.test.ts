import { expect, test } from 'vitest';
import { retryPause } from '../src/models/retry-pause.js';

const NOW = Date.parse('2026-11-26T12:00:00Z');
const busy = (after?: string) => ({
  status: 429,
  headers: new Headers(after === undefined ? {} : { 'retry-after': after }),
});
const cutOff = Object.assign(new Error('socket'), { code: 'ECONNRESET' });

test.each<[string, unknown, number | null]>([
  ['429 that names seconds', busy('3'), 3000],
  ['429 that names no time', busy(), 1000],
  ['429 that names what is no time', busy('soon'), 1000],
  ['429 that names more than is left', busy('11'), null],
  ['429 that names a date', busy('Thu, 26 Nov 2026 12:00:04 GMT'), 4000],
  ['429 that names a date gone by', busy('Thu, 26 Nov 2026 11:00:00 GMT'), 0],
  ['429 that names a date far off', busy('Fri, 27 Nov 2026 12:00:00 GMT'), null],
  ['503', { ...busy(), status: 503 }, 1000],
  ['401', { ...busy(), status: 401 }, null],
  ['404', { ...busy(), status: 404 }, null],
  ['a redirect', { ...busy('1'), status: 302 }, null],
  ['a connection that broke', new Error('failed', { cause: cutOff }), 0],
  ['a connection that was refused', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), null],
  ['what is no error', null, null],
])('after %s', (_, error, pause) => {
  expect(retryPause(error, 10_000, NOW)).toBe(pause);
});
