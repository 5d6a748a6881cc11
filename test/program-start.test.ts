import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProgram, type Program, SAMPLE, SAMPLE_PAGES } from './helpers/program.js';

const QUESTIONS = readFileSync(join(SAMPLE, 'questions.txt'), 'utf8');
const SOURCE = /^\[\d+\] 《(?:澄州日报|汀阳晚报)》202[34]年\d+月\d+日第\S+版《.+》$/m;

let program: Program;
beforeAll(() => {
  program = openProgram();
});
afterAll(() => program.close());

// One person's first minutes: each test goes on where the one before ended.
test('start on a fresh machine takes the sample in and answers each line of its input with a source', async () => {
  const { code, stdout, stderr } = await program.run(['start'], { input: QUESTIONS });
  expect(code).toBe(0);
  expect(stderr).toContain('先把自带的样例入库');
  const [before, ...turns] = stdout.split(/^问：/m);
  expect(before).toBe('');
  expect(turns.map((turn) => turn.split('\n')[0])).toEqual(QUESTIONS.trim().split('\n'));
  for (const turn of turns) expect(turn).toMatch(SOURCE);
});

test('the second start leaves the archive alone and gives the same answers', async () => {
  const ask = () => program.run(['start'], { input: QUESTIONS });
  const [second, third] = [await ask(), await ask()];
  expect(second.stderr).not.toContain('入库。\n文件：');
  expect(third.stdout).toBe(second.stdout);
});

test('taking the same folder in again changes nothing and says so', async () => {
  const before = await program.run(['list', '--json']);
  const { code, stdout } = await program.run(['ingest', SAMPLE_PAGES]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^没有变化：9 个文件/);
  const report = JSON.parse((await program.run(['ingest', SAMPLE_PAGES, '--json'])).stdout);
  expect(report.articles).toMatchObject({ added: 0, removed: 0 });
  expect(report.chunks).toBe(0);
  expect((await program.run(['list', '--json'])).stdout).toBe(before.stdout);
});

test('a dry run says what it would do and leaves no data folder behind', async () => {
  const elsewhere = join(program.folder, 'elsewhere');
  const { code, stdout } = await program.run(['ingest', SAMPLE_PAGES, '--dry-run', '--data', elsewhere]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/文件：.*9/);
  expect(existsSync(elsewhere)).toBe(false);
});

test('the whole archive is well when the doctor looks at it', async () => {
  const { code, stdout } = await program.run(['doctor']);
  expect(code).toBe(0);
  expect(stdout).not.toContain('故障');
});
