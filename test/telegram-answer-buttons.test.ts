import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../src/domain/article.js';
import { archiveOf, articleOf, citing, searching } from './helpers/found-articles.js';
import {
  ARTICLE,
  answerWith,
  COVERAGE,
  dataOf,
  type RunningBot,
  recordingService,
  rowsOf,
  startBot,
} from './helpers/telegram-bot.js';
import { press, READER, writePrivately } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

const askPrivately = async (question = '阳曲县今年民生实事有哪些') => {
  writePrivately(bot.telegram, READER, question);
  await bot.telegram.until(() => bot.telegram.shown.at(-1)?.keyboard !== undefined, 'an answer');
};
const pressPrivately = (label: string) => press(bot.telegram, READER, READER.id, dataOf(bot.telegram, label));

describe('the keyboard under an answer', () => {
  test.each([
    [
      1,
      [
        ['原文 [1]', '全文 [1]'],
        ['更多结果', '👍', '👎'],
      ],
    ],
    [
      3,
      [
        ['原文 [1]', '原文 [2]', '原文 [3]'],
        ['全文 [1]', '全文 [2]', '全文 [3]'],
        ['更多结果', '👍', '👎'],
      ],
    ],
    [9, [['9 处原文和全文'], ['更多结果', '👍', '👎']]],
  ])('with %i articles stays calm', async (count, rows) => {
    const articles = Array.from({ length: count }, (_, n) => articleOf(String(n)));
    const answer = citing(...articles.map((article): [Article, string] => [article, '一是新建幼儿园2所。']));
    bot = await startBot({ service: recordingService(answer).service });
    await askPrivately();
    expect(rowsOf(bot.telegram)).toEqual(rows);
  });

  test('names many quotes of one article in short', async () => {
    const quotes = Array.from({ length: 7 }, (): [Article, string] => [ARTICLE, '一是新建幼儿园2所。']);
    bot = await startBot({ service: recordingService(citing(...quotes)).service });
    await askPrivately();
    expect(rowsOf(bot.telegram)[0]).toEqual(['原文 [1]…[7]', '全文 [1]…[7]']);
  });

  test('has four rows at most with questions that go on, too', async () => {
    const articles = ['1', '2'].map((id) => articleOf(id));
    const answer = citing(...articles.map((article): [Article, string] => [article, '一是新建幼儿园2所。']));
    const service = {
      ...recordingService({ ...answer, understood: { ...answer.understood, places: ['阳曲县'] } }).service,
      isAnswerable: async () => true,
      search: searching(
        articleOf('3', { headline: '清徐县修路' }),
        articleOf('4', { headline: '娄烦县修路' }),
      ),
    };
    const held = { newspaper: '太原日报', from: '2022-01-01', to: '2024-12-31', issues: 9, articles: 9 };
    const coverage = async () => ({ ...COVERAGE, newspapers: [{ ...held, undated: 0 }] });
    bot = await startBot({ service, archive: { ...archiveOf(), coverage }, pace: { suggestWithin: 9_000 } });
    await askPrivately();
    expect(rowsOf(bot.telegram)).toEqual([
      ['原文 [1]', '原文 [2]'],
      ['全文 [1]', '全文 [2]'],
      ['2022年呢？', '2024年呢？', '清徐县呢？'],
      ['更多结果', '👍', '👎'],
    ]);
  });
});

describe('原文', () => {
  const before = '开头一段说别的。';
  const paragraph = '阳曲县今年将办好七件实事。一是新建幼儿园2所。二是修路。';
  const other = '最后一段。三是种树。';
  const article = articleOf('1', { body: `${before}\n${paragraph}\n${other}` });

  test('shows each paragraph with the quotes in it bold, under the source line', async () => {
    const answer = citing([article, '一是新建幼儿园2所。'], [article, '三是种树。']);
    bot = await startBot({ service: recordingService(answer).service, archive: archiveOf(article) });
    await askPrivately();
    pressPrivately('原文 [1][2]');
    const [, text] = await bot.textsIn(READER.id, 2);
    const source = '[1][2] 《太原日报》2023年2月10日第4版《报道1》 记者 李静';
    expect(text).toBe(`${source}\n\n${paragraph}\n\n${other}`);
    expect(bot.telegram.shown.at(-1)?.html).toContain('<b>一是新建幼儿园2所。</b>二是修路。');
    expect(rowsOf(bot.telegram)).toEqual([['全文 [1][2]']]);
  });

  test('of a paragraph as long as a page shows the sentences around the quote', async () => {
    const filler = Array.from({ length: 100 }, (_, n) => `这是第${n}句没有关系的话。`).join('');
    const long = articleOf('1', { body: `${filler}一是新建幼儿园2所。${filler}` });
    const answer = citing([long, '一是新建幼儿园2所。']);
    bot = await startBot({ service: recordingService(answer).service, archive: archiveOf(long) });
    await askPrivately();
    pressPrivately('原文 [1]');
    const [, text] = await bot.textsIn(READER.id, 2);
    expect(text).toMatch(/\n\n……这是第\d+句.*话。一是新建幼儿园2所。这是第0句.*话。……$/);
    expect(text?.length).toBeLessThan(1_000);
  });

  test('of an article that is gone is told in a sentence', async () => {
    const answer = citing([article, '三是种树。']);
    bot = await startBot({ service: recordingService(answer).service, archive: archiveOf() });
    await askPrivately();
    pressPrivately('原文 [1]');
    expect((await bot.textsIn(READER.id, 2))[1]).toBe('这篇稿件已经不在档案里了。');
  });
});

describe('更多结果', () => {
  test('shows what the search finds besides the cited articles, page by page', async () => {
    const found = Array.from({ length: 8 }, (_, n) => articleOf(`f${n}`));
    const service = { ...recordingService().service, search: searching(ARTICLE, ...found) };
    bot = await startBot({ service });
    await askPrivately();
    pressPrivately('更多结果');
    const [, first] = await bot.textsIn(READER.id, 2);
    expect(first?.match(/《报道f\d》/g)).toEqual(found.slice(0, 5).map(({ headline }) => `《${headline}》`));
    expect(first).not.toContain(ARTICLE.headline);
    pressPrivately('再看一些');
    const [, , second] = await bot.textsIn(READER.id, 3);
    expect(second?.match(/\d\. 《太原日报》[^《]*《报道f\d》/g)?.map((line) => line[0])).toEqual([
      '6',
      '7',
      '8',
    ]);
    expect(rowsOf(bot.telegram).flat()).not.toContain('再看一些');
  });

  test('stands under a refusal too, with the article that it names as the nearest', async () => {
    const near = articleOf('near', { headline: '最近的一篇' });
    const refusal = answerWith({
      found: false,
      answer: '档案中没有找到能回答这个问题的报道。',
      sentences: [],
      citations: [],
      notes: ['最接近的报道：《太原日报》2023年2月10日第4版《最近的一篇》。'],
    });
    const service = { ...recordingService(refusal).service, search: searching(articleOf('1'), near) };
    bot = await startBot({ service, archive: archiveOf(near) });
    await askPrivately();
    expect(rowsOf(bot.telegram)).toEqual([['全文', '更多结果', '👍', '👎']]);
    pressPrivately('全文');
    expect((await bot.textsIn(READER.id, 2))[1]).toContain('最近的一篇');
  });

  test('is not offered where the search found nothing', async () => {
    const refusal = answerWith({ found: false, answer: '没有。', sentences: [], citations: [], notes: [] });
    bot = await startBot({ service: { ...recordingService(refusal).service, search: searching() } });
    await askPrivately();
    expect(rowsOf(bot.telegram)).toEqual([['👍', '👎']]);
  });
});
