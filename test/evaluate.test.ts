import { describe, expect, test } from 'vitest';
import type { Answer } from '../src/domain/answer.js';
import type { Archive, AskService } from '../src/domain/ports.js';
import { evaluate } from '../src/evaluate/evaluate.js';
import type { GoldQuestion } from '../src/evaluate/gold-question.js';
import { judgeAnswer } from '../src/evaluate/judge-answer.js';
import { answer, article, citation, searchAnswer, shouting } from './helpers/fake-surroundings.js';
import { goldQuestion } from './helpers/gold-question.js';

const cited = new Map([['a1', article]]);
const refusal: Answer = { ...answer, found: false, answer: '没有找到。', sentences: [], citations: [] };

describe('an answer', () => {
  const isRight = (question: Partial<GoldQuestion>, given: Partial<Answer> = {}) =>
    judgeAnswer({ ...goldQuestion, ...question }, { ...answer, ...given }, cited, null).right;

  test.each<[string, boolean, Partial<GoldQuestion>, Partial<Answer>?]>([
    ['holds one wording of each group', true, { must: [['2座', '两座'], ['公园']] }],
    ['lacks a group', false, { must: [['两座'], ['管网']] }],
    ['is spaced, wide and emphasised', true, { must: [['8个']] }, { answer: '打造**８ 个**工作室' }],
    ['says it without having found it', false, { must: [['两座']] }, { found: false }],
    ['cites an article whose body holds the words', true, { cite: '改造管网五公里' }],
    ['cites another article', false, { cite: '阳曲县' }],
    ['cites the words in two halves', false, { cite: '何青安溪' }, { citations: [citation, citation] }],
    ['cites the year in an issue date', true, { noteYear: '2023' }],
    ['notes the year', true, { noteYear: '2022' }, { notes: ['以下出自2022年报纸。'] }],
    ['names the year nowhere', false, { noteYear: '2022' }],
    ['is a refusal of what is not there', true, { kind: 'none' }, refusal],
    ['is given to what is not there', false, { kind: 'none', cite: null }],
  ])('that %s: %s', (_, right, question, given) => {
    expect(isRight(question, given)).toBe(right);
  });

  test('to which no words are given must cite what should be found', () => {
    const question = { ...goldQuestion, cite: null, gold: ['a1'] };
    const judge = (id: string) =>
      judgeAnswer(question, answer, cited, { wanted: 1, thingOf: new Map([[id, id]]) }).right;
    expect([judge('a1'), judge('a2')]).toEqual([true, false]);
  });

  test('is checked against the stored article: an empty, shifted or foreign quote is not exact', () => {
    const { start, end, quote } = citation;
    const quotes = [
      citation,
      { quote: '', start: 0, end: 0 },
      { start: start + 1, end, quote },
      { articleId: 'a9' },
    ];
    const citations = quotes.map((given) => ({ ...citation, ...given }));
    const sentences = [...answer.sentences, { text: '没有出处。', citations: [] }];
    expect(judgeAnswer(goldQuestion, { ...answer, sentences, citations }, cited, null)).toMatchObject({
      ...{ sentences: 2, citedSentences: 1, citations: 4, exactQuotes: 1 },
    });
  });
});

describe('an evaluation', () => {
  const questions: GoldQuestion[] = [
    { ...goldQuestion, id: 'right' },
    { ...goldQuestion, id: 'wrong', kind: 'list', must: [['管网']] },
    { ...goldQuestion, id: 'refused', kind: 'none', question: '没有的事' },
    { ...goldQuestion, id: 'missing', cite: '不在档案里', history: ['前一问'] },
  ];
  const listArticles: Archive['listArticles'] = async function* () {
    yield article;
  };
  const archive = shouting<Archive>('archive', {
    listArticles,
    loadArticles: async (ids) => ids.map(() => article),
  });
  const signal = new AbortController().signal;

  test('asks every question with its day and history and counts by kind and over all', async () => {
    const asked: string[] = [];
    const progress: string[] = [];
    const service = shouting<AskService>('service', {
      ask: async ({ question, askedOn, history }) => {
        asked.push([question, askedOn, ...history].join(' '));
        return question === '没有的事' ? refusal : answer;
      },
      search: async () => searchAnswer,
    });
    const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`);
    const { all, kinds, failed, missing } = await evaluate({ archive, service }, questions, {
      onProgress,
      signal,
    });
    const retrieved = { hit1: 1, recall5: 1, mrr10: 1 };
    const checked = { citedSentences: 1, exactQuotes: 1, medianMs: 8.3 };
    expect(asked[3]).toBe('今年新建几座公园 2023-02-12 前一问');
    expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(all).toEqual({
      ...{ questions: 4, hit1: 2 / 3, recall5: 2 / 3, mrr10: 2 / 3, right: 0.5, refused: 1 },
      ...{ ...checked, medianChars: answer.answer.length },
    });
    expect([...kinds]).toEqual([
      ['number', { ...all, questions: 2, hit1: 0.5, recall5: 0.5, mrr10: 0.5, refused: null }],
      ['list', { ...retrieved, ...checked, questions: 1, right: 0, refused: null, medianChars: null }],
      [
        'none',
        {
          ...{ questions: 1, hit1: null, recall5: null, mrr10: null, right: 1, refused: 1 },
          ...{ citedSentences: null, exactQuotes: null, medianChars: null, medianMs: 8.3 },
        },
      ],
    ]);
    expect(failed.map(({ id }) => id)).toEqual(['wrong', 'missing']);
    expect(missing).toBe(1);
  });

  test('ends at once when it is told to stop, also while a model keeps silent', async () => {
    const controller = new AbortController();
    const service = shouting<AskService>('service', {
      ask: () => {
        controller.abort();
        return new Promise(() => {});
      },
    });
    const watch = { onProgress: () => {}, signal: controller.signal };
    await expect(evaluate({ archive, service }, questions, watch)).rejects.toThrow('aborted');
  });
});
