import { describe, expect, test } from 'vitest';
import { parseQuestions } from '../src/evaluate/parse-questions.js';

const whole = {
  id: 'b1',
  kind: 'number',
  asked_on: '2023-02-12',
  question: '要打造多少个名医工作室',
  must: [['8个', '八个']],
  cite: '名医工作室',
  note_year: '2023',
  history: ['阳曲县今年民生实事有哪些'],
  gold: [17, 'a9'],
  pages: ['pages/03版.txt'],
};
const parsed = {
  id: 'b1',
  kind: 'number',
  askedOn: '2023-02-12',
  question: '要打造多少个名医工作室',
  must: [['8个', '八个']],
  cite: '名医工作室',
  noteYear: '2023',
  history: ['阳曲县今年民生实事有哪些'],
  gold: ['17', 'a9'],
  pages: ['pages/03版.txt'],
};
const parse = (text: string) => parseQuestions(text, 'q.json', '2026-11-22');
const parseOne = (value: unknown) => parse(JSON.stringify([value]))[0];

describe('a question file', () => {
  test('is read alike as an array and as JSON Lines, with a byte order mark, blank lines and any line ends', () => {
    const line = JSON.stringify(whole);
    for (const text of [JSON.stringify([whole, whole], null, 2), `\ufeff${line}\r\n\r\n${line}\r\n`])
      expect(parse(text)).toEqual([parsed, parsed]);
  });

  test('may leave out all but kind, question and what the answer is judged by', () => {
    const empty = { cite: null, noteYear: null, history: [], must: [], gold: [], pages: [] };
    const given = { id: '1', askedOn: '2026-11-22', question: '问', ...empty };
    expect(parseOne({ kind: 'none', question: '问' })).toEqual({ ...given, kind: 'none' });
    expect(parseOne({ kind: '新的一类', question: '问', must: [['答']], cite: null })).toEqual({
      ...given,
      kind: '新的一类',
      must: [['答']],
    });
  });

  test('may call the day askedOn and number its ids and years', () => {
    const { asked_on, ...rest } = whole;
    expect(parseOne({ ...rest, id: 7, askedOn: '2023/2/12', note_year: 2023 })).toEqual({
      ...parsed,
      id: '7',
    });
  });

  test.each([
    [{ ...whole, kind: undefined }, '缺少 kind。'],
    [{ ...whole, question: ' ' }, 'question 应是不空的字符串。'],
    [{ ...whole, id: {} }, 'id 应是字符串或数字。'],
    [{ ...whole, asked_on: '2023-02-30' }, 'asked_on 的值“2023-02-30”不是日期，应写成 YYYY-MM-DD。'],
    [{ ...whole, must: ['8个'] }, 'must 应是数组的数组'],
    [{ ...whole, must: [[]] }, 'must 应是数组的数组'],
    [{ ...whole, must: [['']] }, 'must 应是数组的数组'],
    [{ ...whole, history: '阳曲县' }, 'history 应是数组，每一项是不空的字符串。'],
    [{ kind: 'number', question: '问', pages: ['03版.txt'] }, 'must、cite 和 gold 都没有'],
    ['问', '应是一个 JSON 对象'],
  ])('names the place of an entry that does not fit: %j', (value, reason) => {
    expect(() => parse(JSON.stringify([whole, value]))).toThrow(`问题文件“q.json”第 2 个问题：${reason}`);
    expect(() => parse(`${JSON.stringify(whole)}\n\n${JSON.stringify(value)}`)).toThrow(
      `问题文件“q.json”第 3 行：${reason}`,
    );
  });

  test('names the line that is no JSON', () => {
    const line = JSON.stringify(whole);
    expect(() => parse(`${line}\n{"id":`)).toThrow('“q.json”第 2 行：不是有效的 JSON');
    expect(() => parse(`[\n${line},\n${line}\n${line}\n]`)).toThrow('“q.json”：第 4 行起不是有效的 JSON');
  });

  test.each(['', '\n \n', '[]'])('that holds no question is refused: %j', (text) => {
    expect(() => parse(text)).toThrow('问题文件“q.json”里没有问题');
  });
});
