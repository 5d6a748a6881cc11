import { describe, expect, test } from 'vitest';
import type { Sentence } from '../src/domain/answer.js';
import type { ChatModel } from '../src/domain/ports.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const ITEMS = '一是新建幼儿园2所，二是改造农村公路58公里，三是新增停车位420个，四是建成公园3座。';
const PAGES = {
  '澄州日报/2023-02-10/03版.txt': `青沙县办好四件实事\n\n本报讯 2月9日，青沙县公布今年四件实事。${ITEMS}四件实事总投资1.5亿元，由县长王建国负责。`,
};
const line = (text: string, quote: string) => `${JSON.stringify({ text, passage: 1, quote })}\n`;
const say = (...pieces: string[]): ChatModel => ({
  name: 'fake',
  async *stream() {
    yield* pieces;
  },
});

async function ask(question: string, chat: ChatModel) {
  const { service } = await openArchiveOf([writeFiles(PAGES)], chat);
  const shown: Sentence[] = [];
  const asked = { question, askedOn: '2023-02-12', filter: {}, history: [] };
  const answer = await service.ask(asked, (sentence) => shown.push(sentence));
  // Whatever happens later: what was shown is the beginning of the answer, numbers and all.
  expect(answer.sentences.slice(0, shown.length)).toEqual(shown);
  return { answer, shown: shown.map(({ text }) => text), notes: answer.notes.join() };
}

const VALUE = line('四件实事总投资1.5亿元。', '四件实事总投资1.5亿元');
const NO_VALUE = line('实事由县长王建国负责。', '由县长王建国负责');
const WRONG = line('四件实事总投资2.5亿元。', '四件实事总投资1.5亿元');
const item = (text: string, quote = text) => line(`${text}。`, quote);
const LOST = [item('新建幼儿园3所', '新建幼儿园2所'), item('新增停车位400个', '新增停车位420个')];

describe('what is left of a model’s answer after the check', () => {
  test('is shown from the first sentence on that holds the value asked for, and those before it with it', async () => {
    const { answer, shown } = await ask('青沙县实事总投资多少元', say(NO_VALUE, VALUE));
    expect(shown).toEqual(['实事由县长王建国负责。', '四件实事总投资1.5亿元。']);
    expect(answer.mode).toBe('model');
  });

  test.each([
    ['no sentence holds the value', [NO_VALUE], '1句没有答到所问'],
    ['the one with the value is wrong', [NO_VALUE, WRONG], '1句与原文核对不上，1句没有答到所问'],
  ])('gives way to the extracts when %s, and none of it was shown before', async (_, pieces, note) => {
    const { answer, notes } = await ask('青沙县实事总投资多少元', say(...pieces));
    expect(answer.mode).toBe('extractive');
    expect(answer.answer).toContain('总投资1.5亿元');
    expect(answer.answer).not.toContain('实事由县长王建国负责。');
    expect(notes).toContain(note);
  });

  test('is a list while half of it stands', async () => {
    const kept = [item('新建幼儿园2所'), item('建成公园3座')];
    const { answer, notes } = await ask('青沙县今年的实事有哪些', say(...kept, ...LOST));
    expect(answer.sentences).toHaveLength(2);
    expect(notes).toContain('4句中有2句与原文核对不上');
  });

  test('is followed by the printed list when less than half of it stands; what was shown stays in front', async () => {
    const { answer, shown, notes } = await ask('青沙县今年的实事有哪些', say(item('建成公园3座'), ...LOST));
    expect(shown).toEqual(['建成公园3座。']);
    expect(answer.sentences[0]?.text).toBe('建成公园3座。');
    expect(answer.answer).toMatch(/幼儿园2所[\s\S]*公路58公里[\s\S]*停车位420个/u);
    expect(answer.answer.match(/公园3座/gu)).toHaveLength(1);
    expect(notes).toContain('其后补上原文摘录');
  });

  test('says a sentence once, however often the model repeats it', async () => {
    const { shown } = await ask('青沙县实事总投资多少元', say(VALUE, VALUE, VALUE));
    expect(shown).toHaveLength(1);
  });

  test('does not hide evidence that the model did not see', async () => {
    const { answer, notes } = await ask('青沙县实事总投资多少元', say('{"found": false}\n', VALUE));
    expect(answer).toMatchObject({ found: true, mode: 'extractive' });
    expect(answer.answer).toContain('1.5亿元');
    expect(notes).toContain('没有从资料中找到');
  });
});

test('a checked sentence shows at once, while the model goes on', async () => {
  const times: number[] = [];
  let sent = 0;
  const slow: ChatModel = {
    name: 'slow',
    async *stream() {
      sent = performance.now();
      yield VALUE.trimEnd();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      yield '\n';
    },
  };
  const { service } = await openArchiveOf([writeFiles(PAGES)], slow);
  const asked = { question: '青沙县实事总投资多少元', askedOn: '2023-02-12', filter: {}, history: [] };
  await service.ask(asked, () => times.push(performance.now() - sent));
  expect(times).toHaveLength(1);
  expect(times[0]).toBeLessThan(800);
});
