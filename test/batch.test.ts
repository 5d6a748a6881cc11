import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { ChatModelError } from '../src/domain/errors.js';
import type { Question } from '../src/domain/query.js';
import { answer, createFakeWorld, runFake, searchAnswer } from './helpers/fake-surroundings.js';

const folder = mkdtempSync(join(tmpdir(), 'baowen-batch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A busy machine may take its time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 5_000 });

const ask = async ({ question }: Question) => ({ ...answer, question });
const app = { service: { ask, search: async () => searchAnswer } };
const parse = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('ask --batch', () => {
  test('answers each line in its order, with the id that it came with', async () => {
    const input = '\ufeff{"id":"甲","question":"一"}\r\n\n{"id":7,"question":"二"}\n{"question":"三"}';
    const { code, stdout, stderr } = await runFake(['ask', '--batch', '-'], { app, input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]).toBe(JSON.stringify({ id: '甲', ...answer, question: '一' }));
    expect(parse(stdout).map((record) => [record.id, record.question])).toEqual([
      ['甲', '一'],
      [7, '二'],
      [null, '三'],
    ]);
  });

  test('writes the first answer before the second question is there', async () => {
    const input = new PassThrough();
    const world = createFakeWorld({ app, input });
    const finished = runCli(['ask', '--batch', '-'], world.surroundings);
    input.write('{"id":1,"question":"一"}\n{"id":2,"ques');
    await eventually(() => parse(world.stdout()).map(({ id }) => id)).toEqual([1]);
    input.end('tion":"二"}\n');
    expect(await finished).toBe(0);
    expect(parse(world.stdout()).map(({ id }) => id)).toEqual([1, 2]);
  });

  test('reads characters that arrive in pieces', async () => {
    const input = new PassThrough();
    const world = createFakeWorld({ app, input });
    const finished = runCli(['ask', '--batch', '-'], world.surroundings);
    for (const byte of Buffer.from('{"id":1,"question":"民生𠮷"}\n')) input.write(Buffer.from([byte]));
    input.end();
    expect(await finished).toBe(0);
    expect(parse(world.stdout())[0].question).toBe('民生𠮷');
  });

  test('a line that cannot be answered gets an error in its place, and the rest goes on', async () => {
    const lines: [string, object][] = [
      ['坏的', { id: null, line: 1, error: expect.stringContaining('这一行不是有效的 JSON：') }],
      ['[1]', { id: null, line: 2, error: '这一行应是一个 JSON 对象，形如 {"id":"1","question":"…"}。' }],
      ['{"id":"a","question":" "}', { id: 'a', line: 3, error: '问题是空的，请写上要问的内容。' }],
      ['{"id":"b"}', { id: 'b', line: 4, error: '问题是空的，请写上要问的内容。' }],
      ['{"id":"c","question":3}', { id: 'c', line: 5, error: 'question 应是字符串。' }],
      ['{"id":{},"question":"问"}', { id: null, line: 6, error: 'id 应是字符串或数字。' }],
      [
        '{"id":"d","question":"问","from":"2023-02-30"}',
        { id: 'd', line: 7, error: 'from 的值“2023-02-30”不是有效的日期，最接近的是 2023-02-28。' },
      ],
      [
        '{"id":"e","question":"问","from":"2024-01-01","to":"2023-01-01"}',
        {
          id: 'e',
          line: 8,
          error: '起始日期 2024-01-01 晚于截止日期 2023-01-01，这样什么也查不到，请对调或修改。',
        },
      ],
      [
        '{"id":"f","question":"问","history":"前"}',
        { id: 'f', line: 9, error: 'history 应是字符串的数组。' },
      ],
      [
        JSON.stringify({ id: 'g', question: '问'.repeat(100_000) }),
        { id: 'g', line: 10, error: '问题有 100,000 个字，超过了上限 2,000 个字，请缩短后再问。' },
      ],
    ];
    const input = [...lines.map(([line]) => line), '{"id":"好","question":"问"}'].join('\n');
    const { code, stdout, stderr } = await runFake(['ask', '--batch', '-'], { app, input });
    const records = parse(stdout);
    expect(code).toBe(1);
    expect(records.slice(0, -1)).toEqual(lines.map(([, error]) => error));
    expect(Object.keys(records[0])).toEqual(['id', 'error', 'line']);
    expect(records.at(-1)).toMatchObject({ id: '好', found: true });
    expect(stderr).toContain('第 4 行：问题是空的');
    expect(stderr).toContain('10 行没有得到回答，原因见上。');
  });

  test('a day of asking that is none is replaced by the default one, and the answer says so', async () => {
    const input =
      '{"id":1,"question":"问","askedOn":"o1-mini"}\n{"id":2,"question":"问","askedOn":"2024-1-1"}\n';
    const asked: string[] = [];
    const ask = async (question: Question) => {
      asked.push(question.askedOn);
      return answer;
    };
    const options = { app: { service: { ask } }, input };
    const { code, stdout, stderr } = await runFake(
      ['ask', '--batch', '-', '--asked-on', '2023-02-12'],
      options,
    );
    expect(code).toBe(0);
    expect(asked).toEqual(['2023-02-12', '2024-01-01']);
    expect(parse(stdout)[0].notes[0]).toMatch(/o1-mini.*2023-02-12/);
    expect(parse(stdout)[1].notes).toEqual(answer.notes);
    expect(stderr).toContain('第 1 行');
  });

  test('a failure of one question does not end the others', async () => {
    const failing = async (question: Question) => {
      if (question.question === '一') throw new ChatModelError('模型没有回应。');
      if (question.question === '二') throw new TypeError('bug');
      return answer;
    };
    const input = '{"id":1,"question":"一"}\n{"id":2,"question":"二"}\n{"id":3,"question":"三"}\n';
    const { code, stdout, stderr } = await runFake(['ask', '--batch', '-'], {
      app: { service: { ask: failing } },
      input,
    });
    expect(code).toBe(1);
    expect(parse(stdout).map(({ id, error }) => [id, error])).toEqual([
      [1, '模型没有回应。'],
      [2, '内部错误，这个问题没有得到回答。'],
      [3, undefined],
    ]);
    expect(stderr).toContain('TypeError: bug\n    at ');
  });

  test('what a line says goes before what the options say', async () => {
    const asked: Question[] = [];
    const listening = async (question: Question) => {
      asked.push(question);
      return answer;
    };
    const walls = { newspaper: '临江晚报', page: 4, reporter: '甲一', column: '民生' };
    const line = { question: '追问', askedOn: '2023-03-01', ...walls, history: ['前问', ' '] };
    const input = `${JSON.stringify(line)}\n{"question":"另问","place":null}\n`;
    const options = ['--asked-on', '2023-02-01', '--newspaper', '澄州日报', '--place', '安溪县'];
    await runFake(['ask', '--batch', '-', ...options], { app: { service: { ask: listening } }, input });
    expect(asked).toEqual([
      {
        question: '追问',
        askedOn: '2023-03-01',
        filter: { newspaper: '临江晚报', place: '安溪县', page: '4', contributor: '甲一', column: '民生' },
        history: ['前问'],
      },
      {
        question: '另问',
        askedOn: '2023-02-01',
        filter: { newspaper: '澄州日报', place: '安溪县' },
        history: [],
      },
    ]);
  });

  test('reads a file, and says what is wrong with one that cannot be read', async () => {
    const path = join(folder, 'questions.jsonl');
    writeFileSync(path, '{"id":1,"question":"一"}\n');
    writeFileSync(join(folder, 'empty.jsonl'), '');
    const read = async (name: string) => {
      const { code, stdout, stderr } = await runFake(['ask', '--batch', join(folder, name)], { app });
      return { code, answers: parse(stdout).length, stderr: stderr.replaceAll(`${folder}/`, '') };
    };
    expect(await read('questions.jsonl')).toEqual({ code: 0, answers: 1, stderr: '' });
    expect(await read('empty.jsonl')).toEqual({ code: 0, answers: 0, stderr: '' });
    expect(await read('none.jsonl')).toEqual({
      code: 1,
      answers: 0,
      stderr: '无法读取 --batch 的文件“none.jsonl”：没有这个文件。请检查路径。\n',
    });
    expect((await read('')).stderr).toContain('这是一个文件夹');
  });

  test('an interrupt ends the waiting for the next line', async () => {
    const controller = new AbortController();
    const input = new PassThrough();
    const world = createFakeWorld({ app, input, signal: controller.signal });
    const finished = runCli(['ask', '--batch', '-'], world.surroundings);
    input.write('{"id":1,"question":"一"}\n');
    await eventually(() => parse(world.stdout()).length).toBe(1);
    controller.abort();
    expect(await finished).toBe(130);
    expect(world.stderr()).toBe('已停止。\n');
    expect(world.open()).toBe(0);
  });
});

test('search --batch gives hits for each line', async () => {
  const input = '{"id":"甲","question":"公园"}\n';
  const { code, stdout } = await runFake(['search', '--batch', '-'], { app, input });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\{"id":"甲","query":"公园","hits":\[\{"rank":1,.*"notes":\[\]\}\n$/);
});
