import { afterEach, describe, expect, test } from 'vitest';
import type { BotDependencies } from '../src/telegram/dependencies.js';
import {
  ARCHIVE,
  ARTICLE,
  answerWith,
  dataOf,
  type RunningBot,
  recordingService,
  shoutingService,
  startBot,
} from './helpers/telegram-bot.js';
import { ADMIN, press, READER, writePrivately } from './helpers/telegram-updates.js';
import { UNRANKED } from './helpers/unranked.js';

let bot: RunningBot;
afterEach(() => bot.stop());

describe('in a private chat', () => {
  test('a question is answered with numbered sentences, source lines and a button to the article', async () => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    writePrivately(bot.telegram, READER, '阳曲县今年民生实事有哪些');
    expect(await bot.textsIn(READER.id)).toEqual([
      '阳曲县今年将办好七件民生实事。 [1]\n\n[1] 《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》 记者 李静',
    ]);
    press(bot.telegram, READER, READER.id, dataOf(bot.telegram, '全文 [1]'));
    expect((await bot.textsIn(READER.id, 2))[1]).toContain(ARTICLE.body);
    expect(bot.telegram.callsOf('answerCallbackQuery')).toHaveLength(1);
    expect(asked).toEqual([
      { question: '阳曲县今年民生实事有哪些', askedOn: '2023-02-12', filter: {}, history: [] },
    ]);
  });

  test('the day of asking is the day in China, not the one in London', async () => {
    const { asked, service } = recordingService();
    bot = await startBot({ service, now: () => new Date('2023-02-11T17:00:00Z') });
    writePrivately(bot.telegram, READER, '昨天有什么新闻');
    await bot.textsIn(READER.id);
    expect(asked[0]?.askedOn).toBe('2023-02-12');
  });

  test('what an article or a question holds is shown as text, never as mark-up', async () => {
    const { service } = recordingService(answerWith({ answer: '<b>1 < 2 && "三"</b> [1]', notes: ['<i>'] }));
    bot = await startBot({ service });
    writePrivately(bot.telegram, READER, '<script>');
    const [text] = await bot.textsIn(READER.id);
    expect(text).toContain('<b>1 < 2 && "三"</b> [1]');
    expect(text).toMatch(/<i>$/);
  });

  test('quotes of one article share a source line', async () => {
    const { citations, ...answer } = answerWith();
    const [first] = citations;
    if (first === undefined) throw new Error('no citation');
    const other = { ...first, articleId: 'other', headline: '另一篇' };
    const { service } = recordingService({
      ...answer,
      citations: [first, { ...other, n: 2 }, { ...first, n: 3 }],
    });
    bot = await startBot({ service });
    writePrivately(bot.telegram, READER, '问');
    const [text] = await bot.textsIn(READER.id);
    expect(text?.split('\n\n')[1]).toBe(
      '[1][3] 《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》 记者 李静\n[2] 《太原日报》2023年2月10日第4版《另一篇》 记者 李静',
    );
  });

  test('follow-ups bring the questions before them, chat by chat', async () => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    for (const text of ['甲', '乙', '丙']) writePrivately(bot.telegram, READER, text);
    writePrivately(bot.telegram, ADMIN, '丁');
    await bot.textsIn(READER.id, 3);
    await bot.textsIn(ADMIN.id, 1);
    const histories = Object.fromEntries(asked.map(({ question, history }) => [question, history]));
    expect(histories).toEqual({ 甲: [], 乙: ['甲'], 丙: ['甲', '乙'], 丁: [] });
  });

  test('the questions of one chat are answered in order although the first takes longest', async () => {
    const waits: Record<string, number> = { 甲: 60, 乙: 20, 丙: 0 };
    const ask: BotDependencies['service']['ask'] = async ({ question }) => {
      await new Promise((done) => setTimeout(done, waits[question]));
      return answerWith({ answer: question, citations: [] });
    };
    bot = await startBot({ service: { ...shoutingService, ask } });
    for (const text of ['甲', '乙', '丙']) writePrivately(bot.telegram, READER, text);
    expect(await bot.textsIn(READER.id, 3)).toEqual(['甲', '乙', '丙']);
  });

  test('typing is shown, again and again, while the answer takes its time', async () => {
    let finish = () => {};
    const ask = () =>
      new Promise<ReturnType<typeof answerWith>>((done) => (finish = () => done(answerWith())));
    bot = await startBot({ service: { ...shoutingService, ask } });
    writePrivately(bot.telegram, READER, '问');
    await bot.telegram.until(() => bot.telegram.callsOf('sendChatAction').length >= 3, 'typing');
    finish();
    await bot.textsIn(READER.id);
    expect(bot.telegram.callsOf('sendChatAction')[0]?.payload).toMatchObject({ action: 'typing' });
  });

  test('a long answer arrives whole in several messages, the buttons under the last', async () => {
    const sentences = Array.from({ length: 600 }, (_, index) => `第${index}件实事是修建一条<新>路。`);
    const { service } = recordingService(answerWith({ answer: sentences.join('') }));
    bot = await startBot({ service });
    writePrivately(bot.telegram, READER, '全部实事');
    const texts = await bot.textsIn(READER.id, 3);
    expect(texts.join('')).toContain(sentences.join(''));
    expect(bot.telegram.shown.map((message) => message.keyboard !== undefined)).toEqual([false, false, true]);
  });

  test.each([
    ['a sticker', { sticker: {} }],
    ['a voice message', { voice: {} }],
    ['a photo without words', { photo: [] }],
    ['a contact', { contact: {} }],
    ['a rich message of another bot', { rich_message: { blocks: [] } }],
  ])('%s is answered with one sentence', async (_what, content) => {
    bot = await startBot();
    writePrivately(bot.telegram, READER, null, content as object);
    expect(await bot.textsIn(READER.id)).toEqual(['我只看得懂文字，请把问题打成字发给我。']);
  });

  test("a photo's caption is a question", async () => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    writePrivately(bot.telegram, READER, null, { photo: [], caption: '这是哪里' });
    await bot.textsIn(READER.id);
    expect(asked[0]?.question).toBe('这是哪里');
  });

  test('a question of more than 2,000 characters is refused without being asked', async () => {
    bot = await startBot();
    writePrivately(bot.telegram, READER, '问'.repeat(2_001));
    expect(await bot.textsIn(READER.id)).toEqual(['问题太长了，请控制在 2000 字以内。']);
  });
});

describe('commands', () => {
  test.each([
    ['/start', '档案现有 3 篇稿件：\n• 《太原日报》：2023年2月10日至2023年2月12日，2 期，3 篇'],
    ['/help', '在群里，请 @baowen_bot 或回复我的消息再提问。'],
    ['/sources', '最近的几期：\n• 《太原日报》2023年2月12日，1 篇'],
    ['/status', '按词检索：正常'],
    [
      `/article ${ARTICLE.articleId}`,
      `《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》\n记者 李静\n\n${ARTICLE.body}`,
    ],
    ['/article 0000', '档案里没有编号为“0000”的稿件。'],
    ['/article', '请写上稿件编号'],
    ['/search', '请写上要查找的词'],
    ['/ask', '请写上问题'],
    ['/nonsense', '没有 /nonsense 这个命令'],
    ['/asof 2023-02-30', '“2023-02-30”不是有效的日期'],
    ['/approve ABCD2345', '这个命令只有管理员能用。'],
  ])('%s says what it should', async (command, part) => {
    bot = await startBot();
    writePrivately(bot.telegram, READER, command);
    const [text] = await bot.textsIn(READER.id);
    expect(text).toContain(part);
  });

  test('/asof sets the day of asking until it is unset, and every answer says so', async () => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    for (const text of ['/asof 2022年3月1日', '今年', '/asof', '今年'])
      writePrivately(bot.telegram, READER, text);
    const texts = await bot.textsIn(READER.id, 4);
    expect(asked.map(({ askedOn }) => askedOn)).toEqual(['2022-03-01', '2023-02-12']);
    expect(texts[1]).toMatch(/按提问日期 2022年3月1日 理解$/);
    expect(texts[3]).not.toContain('提问日期');
  });

  test('/search shows the found passages best first, each under its source line', async () => {
    const search: BotDependencies['service']['search'] = async ({ question }, limit) => {
      const place = { start: 15, end: 25, text: '一是新建幼儿园2所。' };
      const hit = { ...UNRANKED, ...place, score: 1, chunkId: 1, article: ARTICLE };
      const understood = { from: null, to: null, places: [], reason: null };
      return { query: question, hits: [{ ...hit, rank: limit > 1 ? 1 : 0 }], understood, notes: [] };
    };
    bot = await startBot({ service: { ...shoutingService, search } });
    writePrivately(bot.telegram, READER, '/search 幼儿园');
    expect(await bot.textsIn(READER.id)).toEqual([
      '1. 《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》\n一是新建幼儿园2所。',
    ]);
  });

  test('a long article comes in ten messages and a button for the rest, and nothing of it is lost', async () => {
    const body = Array.from({ length: 5_000 }, (_, index) => `这是第${index}句话，说修路。`).join('');
    const article = { ...ARTICLE, body };
    const archive: BotDependencies['archive'] = { ...ARCHIVE, loadArticles: async () => [article] };
    bot = await startBot({ archive });
    writePrivately(bot.telegram, READER, `/article ${article.articleId}`);
    await bot.textsIn(READER.id, 10);
    press(bot.telegram, READER, READER.id, dataOf(bot.telegram, '继续看'));
    await bot.telegram.until(() => bot.telegram.shown.at(-1)?.text.includes('第4999句') === true, 'the end');
    expect(bot.telegram.shown.map(({ text }) => text).join('')).toContain(body);
  });

  test('the menu of commands is registered in Chinese', async () => {
    bot = await startBot();
    await bot.telegram.until(() => bot.telegram.callsOf('setMyCommands').length > 0, 'setMyCommands');
    expect(bot.telegram.callsOf('setMyCommands')[0]?.payload).toMatchObject({
      commands: expect.arrayContaining([{ command: 'help', description: '怎么用' }]),
    });
  });
});
