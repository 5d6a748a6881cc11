import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProgram, type Program, parseLines, SAMPLE_PAGES } from './helpers/program.js';

let program: Program;
beforeAll(async () => {
  program = openProgram();
  await program.run(['ingest', SAMPLE_PAGES]);
});
afterAll(() => program.close());

const line = (record: object) => `${JSON.stringify(record)}\n`;
const idsOf = (stdout: string) =>
  parseLines(stdout.slice(0, stdout.lastIndexOf('\n') + 1)).map(({ id }) => id);

test.each(['ask', 'search'])(
  '%s --batch - answers a line before the next one is written',
  async (command) => {
    const running = program.start([command, '--batch', '-']);
    for (const id of ['一', '二', '三']) {
      running.write(line({ id, question: '石渡大桥什么时候通车' }));
      await running.until(() => idsOf(running.stdout()).at(-1) === id, `the answer ${id}`);
    }
    running.end();
    const { code, stdout } = await running.ended;
    expect(code).toBe(0);
    expect(idsOf(stdout)).toEqual(['一', '二', '三']);
  },
);

test('a line that cannot be answered gets an error in its place and exit code 1, the others their answers', async () => {
  const input = `${line({ id: 1, question: '石渡大桥什么时候通车' })}不是JSON\n${line({ id: 3, question: ' ' })}${line({ id: 4, question: '301路票价多少' })}`;
  const { code, stdout } = await program.run(['ask', '--batch', '-'], { input });
  expect(code).toBe(1);
  const records = parseLines(stdout);
  expect(records.map(({ found, error }) => (error ? 'error' : found))).toEqual([
    true,
    'error',
    'error',
    true,
  ]);
  expect(records.map(({ line: number }) => number)).toEqual([undefined, 2, 3, undefined]);
});

test('SIGTERM while it waits for a line ends it', async () => {
  const running = program.start(['ask', '--batch', '-']);
  running.write(line({ id: 1, question: '石渡大桥什么时候通车' }));
  await running.until(() => running.stdout().endsWith('\n'), 'the first answer');
  running.signal('SIGTERM');
  const { code, stdout } = await running.ended;
  expect({ code, ids: idsOf(stdout) }).toEqual({ code: 130, ids: [1] });
});
