import { afterEach, describe, expect, test } from 'vitest';
import type { Hit, SearchAnswer } from '../src/domain/answer.js';
import type { Article } from '../src/domain/article.js';
import type { AskService } from '../src/domain/ports.js';
import {
  ARTICLE,
  type RunningBot,
  recordingService,
  shoutingService,
  startBot,
} from './helpers/telegram-bot.js';
import { parseTelegramHtml } from './helpers/telegram-html.js';
import { answerTo, typeInline } from './helpers/telegram-inline.js';
import { READER, STRANGER, writePrivately } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

function hitOf(change: Partial<Article> = {}, more: Partial<Hit> = {}): Hit {
  const article = { ...ARTICLE, ...change };
  const text = article.body;
  const place = { start: 0, end: text.length };
  return {
    rank: 1,
    score: 1,
    chunkId: 1,
    article,
    text,
    ...place,
    parts: [],
    places: [],
    reprintOf: null,
    ...more,
  };
}

/** A service that finds these hits, and keeps what was looked for. */
function finding(hits: readonly Hit[]): { looked: string[]; service: AskService } {
  const looked: string[] = [];
  const search = async ({ question }: { question: string }): Promise<SearchAnswer> => {
    looked.push(question);
    const understood = { from: null, to: null, places: [], reason: null };
    return {
      query: question,
      hits: hits.map((hit, index) => ({ ...hit, rank: index + 1 })),
      understood,
      notes: [],
    };
  };
  return { looked, service: { ...shoutingService, search } };
}

const manyHits = (count: number) =>
  Array.from({ length: count }, (_, index) => hitOf({ articleId: `id-${index}`, headline: `第${index}篇` }));

describe('what an allowed person types behind the name of the bot', () => {
  test('is answered with articles: headline, newspaper, day, page and quote, for that person alone', async () => {
    const { service } = finding([hitOf()]);
    bot = await startBot({ service });
    const answer = await answerTo(bot.telegram, typeInline(bot.telegram, READER, '幼儿园'));
    expect(answer).toMatchObject({ is_personal: true, cache_time: 60, next_offset: '' });
    expect(answer.results).toMatchObject([
      {
        id: ARTICLE.articleId,
        title: '阳曲县确定七件民生实事',
        description: '《太原日报》2023年2月10日第4版 一是新建幼儿园2所。',
      },
    ]);
    const { text } = parseTelegramHtml(answer.results[0]?.input_message_content.message_text ?? '');
    expect(text).toBe('一是新建幼儿园2所。\n《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》');
  });

  test('shows text of articles as text, cut where one message ends', async () => {
    const body = `<b>点击</b> example.com 查看。${'长'.repeat(9_000)}`;
    const { service } = finding([hitOf({ body, headline: null })]);
    bot = await startBot({ service });
    const { results } = await answerTo(bot.telegram, typeInline(bot.telegram, READER, '长长'));
    const { text } = parseTelegramHtml(results[0]?.input_message_content.message_text ?? '');
    expect(text.length).toBeLessThanOrEqual(4_096);
    const first = await answerTo(bot.telegram, typeInline(bot.telegram, READER, '点击查看'));
    const shown = parseTelegramHtml(first.results[0]?.input_message_content.message_text ?? '');
    expect(shown.text).toContain('<b>点击</b> example.\u2060com 查看。');
    expect(first.results[0]?.title).toMatch(/^<b>点击<\/b>/);
  });

  test('comes ten articles at a time, each once, reprints under the text that they print', async () => {
    const reprint = hitOf({ articleId: 'twin', newspaper: '太原晚报' }, { reprintOf: 'id-0' });
    const again = hitOf({ articleId: 'id-3' }, { chunkId: 9 });
    const { service } = finding([...manyHits(23), reprint, again]);
    bot = await startBot({ service });
    const pages = [];
    for (let offset: string | undefined = ''; offset !== undefined; ) {
      const answer = await answerTo(bot.telegram, typeInline(bot.telegram, READER, '民生', offset));
      pages.push(answer.results.map(({ id }) => id));
      if (offset === '') {
        expect(answer.results[0]?.input_message_content.message_text).toContain('又见：《太原晚报》');
      }
      offset = answer.next_offset || undefined;
    }
    expect(pages.map((page) => page.length)).toEqual([10, 10, 3]);
    expect(new Set(pages.flat()).size).toBe(23);
  });

  test.each(['-10', '7', '10000000', '1e1', 'Robert'])(
    'brings nothing at the made-up offset %s',
    async (offset) => {
      const { service, looked } = finding(manyHits(30));
      bot = await startBot({ service });
      const answer = await answerTo(bot.telegram, typeInline(bot.telegram, READER, '民生', offset));
      expect(answer.results).toEqual([]);
      expect(looked).toEqual([]);
    },
  );

  test('is told how to ask while it is empty, and that nothing was found', async () => {
    const { service } = finding([]);
    bot = await startBot({ service });
    const empty = await answerTo(bot.telegram, typeInline(bot.telegram, READER, '  '));
    expect(empty).toMatchObject({ results: [], button: { text: '接着写问题或词，例如：阳曲县 民生实事' } });
    const nothing = await answerTo(bot.telegram, typeInline(bot.telegram, READER, '火星'));
    expect(nothing).toMatchObject({ results: [], button: { text: '没有找到有关的报道，换个说法试试' } });
  });

  test('is looked for once the person pauses: of five letters only the last is searched and answered', async () => {
    const { service, looked } = finding([hitOf()]);
    bot = await startBot({ service, pace: { inlineWait: 100 } });
    const ids = ['阳', '阳曲', '阳曲县', '阳曲县民', '阳曲县民生'].map((text) =>
      typeInline(bot.telegram, READER, text),
    );
    await answerTo(bot.telegram, ids.at(-1) ?? '');
    expect(looked).toEqual(['阳曲县民生']);
    expect(bot.telegram.callsOf('answerInlineQuery')).toHaveLength(1);
  });

  test('is not answered any more when the person has typed on while it was looked for', async () => {
    const { service } = finding([hitOf()]);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const looked: string[] = [];
    const search: AskService['search'] = async (question, limit) => {
      looked.push(question.question);
      if (question.question === '旧') await held;
      return service.search(question, limit);
    };
    bot = await startBot({ service: { ...shoutingService, search }, pace: { inlineWait: 0 } });
    typeInline(bot.telegram, READER, '旧');
    await expect.poll(() => looked).toEqual(['旧']);
    const newer = typeInline(bot.telegram, READER, '新');
    await expect.poll(() => bot.telegram.unconfirmed).toBe(0);
    expect(looked).toEqual(['旧']);
    release();
    await answerTo(bot.telegram, newer);
    expect(bot.telegram.callsOf('answerInlineQuery')).toHaveLength(1);
  });

  test('does not wait behind a long answer to the same person', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const { service: answering } = recordingService();
    const ask: AskService['ask'] = async (...question) => {
      await held;
      return answering.ask(...question);
    };
    bot = await startBot({ service: { ...finding([hitOf()]).service, ask } });
    writePrivately(bot.telegram, READER, '阳曲县今年民生实事有哪些');
    const answer = await answerTo(bot.telegram, typeInline(bot.telegram, READER, '民生'));
    expect(answer.results).toHaveLength(1);
    expect(bot.telegram.shownIn(READER.id)).toEqual([]);
    release();
    await bot.textsIn(READER.id);
  });
});

test('a stranger gets a button to the private chat, and no word of the archive', async () => {
  const { service, looked } = finding([hitOf()]);
  bot = await startBot({ service, settings: { access: 'pairing' } });
  const answer = await answerTo(bot.telegram, typeInline(bot.telegram, STRANGER, '民生'));
  expect(answer).toMatchObject({
    results: [],
    button: { text: '请先私下给我发一条消息', start_parameter: 'inline' },
    is_personal: true,
    cache_time: 0,
  });
  expect(looked).toEqual([]);
  writePrivately(bot.telegram, STRANGER, '/start inline');
  expect((await bot.textsIn(STRANGER.id))[0]).toContain('配对码');
});

test('an answer that comes too late is no trouble, a failed search is one line in the log; nobody is written to', async () => {
  const { service } = finding([hitOf()]);
  const search: AskService['search'] = async (question, limit) => {
    if (question.question === '坏') throw new Error('The index is gone');
    bot.telegram.queries.expire();
    return service.search(question, limit);
  };
  bot = await startBot({ service: { ...shoutingService, search } });
  typeInline(bot.telegram, READER, '迟');
  await expect.poll(() => bot.log.text()).toMatch(/^debug inline query expired/m);
  typeInline(bot.telegram, READER, '坏');
  writePrivately(bot.telegram, READER, '/help');
  await bot.textsIn(READER.id);
  await expect.poll(() => bot.log.text()).toMatch(/^warn 一次行内查询没能答上/m);
  expect(bot.log.text().match(/^(warn|error)/gm)).toHaveLength(1);
  expect(bot.telegram.shown).toHaveLength(1);
});
