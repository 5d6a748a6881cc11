import { expect, test } from 'vitest';
import { toSafeFileName } from '../src/telegram/uploads/file-name.js';
import { parseGivenFacts } from '../src/telegram/uploads/given-facts.js';

test.each([
  ['太原日报_2023-02-10_04版.txt', '太原日报_2023-02-10_04版.txt'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['..\\..\\x.jsonl', 'x.jsonl'],
  ['/etc/cron.d/a.txt', 'a.txt'],
  ['.hidden.txt', 'hidden.txt'],
  ['a\u202etxt.exe\u0000.txt', 'atxt.exe.txt'],
  ['..', 'file'],
  ['', 'file'],
  [`${'长'.repeat(300)}.jsonl.gz`, `${'长'.repeat(63)}.jsonl.gz`],
])('the name %j is kept as %j', (name, safe) => {
  expect(toSafeFileName(name)).toBe(safe);
});

test.each([
  ['太原日报 2023-02-10 4版', { newspaper: '太原日报', date: '2023-02-10', page: '4' }],
  ['《晋源风》，昨天', { newspaper: '晋源风', date: '2023-02-11' }],
  ['第a06版', { page: 'A06' }],
  ['', {}],
  ['这是今天的', null],
])('the caption %j gives %j', (caption, given) => {
  expect(parseGivenFacts(caption, [], '2023-02-12')).toEqual(given);
});
