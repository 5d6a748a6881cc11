import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProgram, type Program, SAMPLE_PAGES, type Settings } from './helpers/program.js';

let program: Program;
beforeAll(async () => {
  program = openProgram();
  await program.run(['ingest', SAMPLE_PAGES]);
  mkdirSync(join(program.folder, 'nothing'));
  writeFileSync(join(program.folder, 'empty.txt'), '');
  writeFileSync(join(program.folder, 'a-file'), '');
});
afterAll(() => program.close());

type Case = [argv: string[], standardError: string, settings?: Settings];

const done: Case[] = [
  [['--help'], ''],
  [['ask', '火星上的石油价格是多少'], ''],
  [['search', '公园', '--from', '1999-01-01', '--to', '1999-01-02'], ''],
  [['list', '--newspaper', '没有的报'], '没有符合条件的稿件'],
  [['remove', 'noarticle'], ''],
  [['show', 'noarticle'], '没有编号是“noarticle”的稿件'],
];

const failed: Case[] = [
  [['ingest', 'no-such-path'], 'no-such-path'],
  [['ingest', 'nothing'], 'nothing'],
  [['ingest', 'empty.txt'], 'empty.txt'],
  [['ask', '--batch', 'no-such-file'], 'no-such-file'],
  [['bot'], 'TELEGRAM_BOT_TOKEN'],
  [['bot', 'approve', 'ABCD2345'], '没有这个配对码'],
  [['ask', '问题', '--data', 'a-file'], 'a-file'],
  [['ask', '问题'], 'EMBEDDINGS', { EMBEDDINGS: 'remote' }],
  [['list'], 'LOG_LEVEL', { LOG_LEVEL: 'loud' }],
];

const misused: Case[] = [
  [['aks', '问题'], '最接近的是 ask'],
  [['ask', '问'.repeat(30_000)], '30,000'],
  [['ask', '问题', '--asked-on', '2023-02-30'], '2023-02-28'],
  [['list', '--newpaper', 'x'], '--newspaper'],
  [['search', '公园', '--limit', '0'], '--limit'],
];

const name = ([argv]: Case) => argv.join(' ').slice(0, 60);
const table = (cases: Case[]) => cases.map((one): [string, Case] => [name(one), one]);

async function run([argv, , settings]: Case) {
  const ended = await program.run(argv, settings ? { settings } : {});
  // No failure of these is a bug: none shows a stack.
  expect(ended.stderr).not.toMatch(/^ +at /m);
  return ended;
}

describe.concurrent('exit code 0: done, also when nothing was found', () => {
  test.each(table(done))('%s', async (_, one) => {
    const { code, stderr } = await run(one);
    expect(stderr).toContain(one[1]);
    expect(code).toBe(0);
  });
});

describe.concurrent('exit code 1: failed, with a sentence that names what', () => {
  test.each(table(failed))('%s', async (_, one) => {
    const { code, stderr } = await run(one);
    expect(stderr).toContain(one[1]);
    expect(code).toBe(1);
  });
});

describe.concurrent('exit code 2: wrong usage, one sentence', () => {
  test.each(table(misused))('%s', async (_, one) => {
    const { code, stdout, stderr } = await run(one);
    expect(stderr).toContain(one[1]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
