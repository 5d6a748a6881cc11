import { expect, test } from 'vitest';
import { guardFetch, ReplyTooLongError } from '../src/models/guard-fetch.js';

const BOUNDS = { bytes: 100, line: 20 };
const reply = (text: string) => guardFetch(async () => new Response(text), BOUNDS)('http://localhost/');

test.each([
  ['many short lines', 'short\n'.repeat(16)],
  ['nothing', ''],
])('a reply of %s is read as it is', async (_, text) => {
  expect(await (await reply(text)).text()).toBe(text);
});

test.each([
  ['too many bytes', 'short\n'.repeat(20)],
  ['too long a line', `short\n${'long'.repeat(6)}`],
])('a reply of %s ends with an error', async (_, text) => {
  await expect((await reply(text)).text()).rejects.toThrow(ReplyTooLongError);
});

test('redirects are left to the caller, whatever the client asked for', async () => {
  let asked: RequestInit | undefined;
  const fake = async (_: unknown, init?: RequestInit) => {
    asked = init;
    return new Response(null, { status: 302, headers: { location: 'http://elsewhere/' } });
  };
  const { status } = await guardFetch(fake, BOUNDS)('http://localhost/', { redirect: 'follow' });
  expect(status).toBe(302);
  expect(asked?.redirect).toBe('manual');
});
