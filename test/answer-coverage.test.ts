import { describe, expect, it } from 'vitest';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const article = (newspaper: string | null, date: string | null, page: string | null, text: string) =>
  JSON.stringify({
    ...(newspaper ? { newspaper } : {}),
    ...(date ? { date } : {}),
    ...(page ? { page } : {}),
    headline: text,
    text: `${text}。第二句。`,
  });
const DATED = [
  article('澄州日报', '2023-02-10', '1', '甲事'),
  article('澄州日报', '2023-02-10', '4', '乙事'),
  article('澄州日报', '2023-03-05', '1', '丙事'),
  article('汀阳晚报', '2023-02-11', '2', '丁事'),
];
const UNDATED = [article(null, null, null, '戊事'), article(null, null, null, '己事')];

async function ask(text: string, lines: readonly string[] = DATED, history: readonly string[] = []) {
  const { service } = await openArchiveOf([writeFiles({ 'all.jsonl': lines.join('\n') })]);
  const answer = await service.ask({ question: text, askedOn: '2024-11-25', filter: {}, history });
  return { ...answer, texts: answer.sentences.map((sentence) => sentence.text), note: answer.notes.join('') };
}

describe('what the archive holds', () => {
  it.each([
    [
      '有哪些日期的报纸',
      [
        '《澄州日报》2023年3月5日（第1版）',
        '《汀阳晚报》2023年2月11日（第2版）',
        '《澄州日报》2023年2月10日（第1、4版）',
      ],
      '共3期、4篇稿件',
    ],
    ['有没有2023年3月的报纸', ['《澄州日报》2023年3月5日（第1版）'], '共1期、1篇稿件'],
    ['汀阳晚报有哪几期', ['《汀阳晚报》2023年2月11日（第2版）'], '共1期、1篇稿件'],
    ['最早一期是哪天', ['《澄州日报》2023年2月10日（第1、4版）'], '这一期在档案中有2篇稿件'],
    ['最新一期是哪天', ['《澄州日报》2023年3月5日（第1版）'], '这一期在档案中有1篇稿件'],
    [
      '你们有哪些报纸',
      ['《汀阳晚报》：2023年2月11日，1期，共1篇', '《澄州日报》：2023年2月10日至2023年3月5日，2期，共3篇'],
      '档案共有4篇稿件',
    ],
  ])('%s', async (text, texts, note) => {
    const answer = await ask(text);
    expect(answer.found).toBe(true);
    expect(answer.texts).toEqual(texts);
    expect(answer.note).toContain(note);
  });

  it('cites an article of each issue that it names, its first and last of each newspaper', async () => {
    const { sentences, citations } = await ask('你们有哪些报纸');
    expect(sentences.map((sentence) => sentence.citations)).toEqual([[1], [2, 3]]);
    expect(citations.map(({ issueDate }) => issueDate)).toEqual(['2023-02-11', '2023-02-10', '2023-03-05']);
  });

  it.each([
    ['a month', '有没有2022年2月的报纸', '档案现有：《汀阳晚报》2023年2月11日'],
    ['a newspaper', '有没有东海日报', '档案中没有《东海日报》。'],
    ['an issue of a newspaper', '汀阳晚报2023年3月有哪几期', '档案现有'],
  ])('says that %s is not held, and what is: %s', async (_, text, note) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ found: false, sentences: [], citations: [] });
    expect(answer.note).toContain(note);
  });

  it('says how much has no date', async () => {
    expect((await ask('最早一期是哪天', [...DATED, ...UNDATED])).note).toContain('另有2篇稿件日期不详');
    expect((await ask('有哪些日期的报纸', [...DATED, ...UNDATED])).texts.at(-1)).toBe('报纸不详，日期不详');
  });

  it.each(['有哪些日期的报纸', '最早一期是哪天', '你们有哪些报纸', '有多少篇稿件'])(
    'answers where no date is known at all: %s',
    async (text) => {
      const answer = await ask(text, UNDATED);
      expect(answer.found).toBe(true);
      expect(answer.texts).toHaveLength(1);
      expect(answer.texts[0]).toMatch(/报纸不详.*日期不详/u);
      expect(answer.note).toContain('2篇');
    },
  );

  it('understands a follow-up for another newspaper', async () => {
    const { texts } = await ask('那汀阳晚报呢', DATED, ['澄州日报有哪几期']);
    expect(texts).toEqual(['《汀阳晚报》2023年2月11日（第2版）']);
  });
});
