import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseTypedDays } from '../src/telegram/parse-typed-days.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';
import { dataOf, type RunningBot, recordingService, startBot } from './helpers/telegram-bot.js';
import { press, READER, writePrivately } from './helpers/telegram-updates.js';

type Fields = { newspaper: string; date: string; page: string; headline: string; text: string };

const article = (newspaper: string, date: string, page: string, headline: string): Fields => ({
  newspaper,
  date,
  page,
  headline,
  text: `本报讯 ${headline}，河湾镇的居民说这件事办得好。`,
});

const ARTICLES = [
  article('澄州日报', '2023-02-06', '1', '河湾镇修路'),
  article('澄州日报', '2023-02-10', '10', '河湾镇赛龙舟'),
  article('澄州日报', '2023-02-10', '2', '河湾镇种树'),
  article('汀阳晚报', '2023-02-10', '3', '汀阳菜价回落'),
  article('澄州日报', '2023-02-12', '1', '河湾镇建图书馆'),
  ...Array.from({ length: 25 }, (_, index) =>
    article('汀阳晚报', '2023-02-11', String(1 + Math.floor(index / 10)), `晚报第${index + 1}条`),
  ),
];

let bot: RunningBot;
let asked: ReturnType<typeof recordingService>['asked'];
beforeEach(async () => {
  const folder = writeFiles({ 'all.jsonl': ARTICLES.map((fields) => JSON.stringify(fields)).join('\n') });
  const { archive, service } = await openArchiveOf([folder]);
  const recording = recordingService();
  asked = recording.asked;
  bot = await startBot({ archive, service: { ...service, ask: recording.service.ask } });
});
afterEach(() => bot.stop());

/** What the bot says to each of the messages. */
async function write(...texts: string[]): Promise<string[]> {
  const before = bot.telegram.shownIn(READER.id).length;
  for (const text of texts) writePrivately(bot.telegram, READER, text);
  return (await bot.textsIn(READER.id, before + texts.length)).slice(before);
}

async function pressButton(label: string): Promise<string> {
  const before = bot.telegram.shownIn(READER.id).length;
  press(bot.telegram, READER, READER.id, dataOf(bot.telegram, label));
  return (await bot.textsIn(READER.id, before + 1))[before] ?? '';
}

const labels = () =>
  bot.telegram.shown
    .at(-1)
    ?.keyboard?.inline_keyboard.flat()
    .map(({ text }) => text) ?? [];

describe('/issue', () => {
  test('lists the articles of a day by page, newspaper by newspaper, and opens each', async () => {
    const [text] = await write('/issue 2023-02-10');
    expect(text).toBe(
      `《汀阳晚报》2023年2月10日，1 个版，1 篇
第3版
1. 汀阳菜价回落

《澄州日报》2023年2月10日，2 个版，2 篇
第2版
2. 河湾镇种树
第10版
3. 河湾镇赛龙舟

点下面的数字看全文。`,
    );
    expect(await pressButton('3')).toContain('《澄州日报》2023年2月10日第10版《河湾镇赛龙舟》');
  });

  test('goes on over the messages, and nothing is left out or shown twice', async () => {
    const [first] = await write('/issue 昨天');
    const rest = await pressButton('更多');
    const numbers = [...`${first}\n${rest}`.matchAll(/^(\d+)\. 晚报第(\d+)条$/gm)];
    expect(numbers.map(([, number]) => Number(number))).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(numbers.every(([, number, headline]) => number === headline)).toBe(true);
    expect(labels()).not.toContain('更多');
  });

  test('of a day without an issue names the nearest ones', async () => {
    const [text] = await write('/issue 2023年2月8日');
    expect(text).toBe('档案里没有2023年2月8日的报纸。最近的是：\n• 2023年2月6日\n• 2023年2月10日');
    expect(await pressButton('2023年2月6日')).toContain('河湾镇修路');
  });

  test('of a month gives a button for each day of it', async () => {
    await write('/issue 2023年2月');
    expect(labels()).toEqual(['2023年2月12日', '2023年2月11日', '2023年2月10日', '2023年2月6日']);
  });

  test('of a newspaper that is named leaves the others out', async () => {
    const [text] = await write('/issue 《澄州日报》2月10日');
    expect(text).toContain('河湾镇种树');
    expect(text).not.toContain('汀阳');
  });

  test('of what is no day says how days are written', async () => {
    expect((await write('/issue 河湾镇'))[0]).toContain('没有看懂“河湾镇”是哪一天');
  });

  const TODAY = '2023-02-12';
  test.each([
    ['2023-02-10', '2023-02-10'],
    ['2023.2.10', '2023-02-10'],
    ['2023 2 10', '2023-02-10'],
    ['20230210', '2023-02-10'],
    ['２０２３年２月１０日', '2023-02-10'],
    ['2023年2月10号', '2023-02-10'],
    ['二〇二三年二月十日', '2023-02-10'],
    ['23年2月10日', '2023-02-10'],
    ['2月10日', '2023-02-10'],
    ['2/10', '2023-02-10'],
    ['0210', '2023-02-10'],
    ['12月30日', '2022-12-30'],
    ['昨天', '2023-02-11'],
    ['前天的报纸', '2023-02-10'],
    ['今天', '2023-02-12'],
    ['2023-02-30', null],
    ['2023-02-10和2023-02-11', null],
    ['阳曲', null],
    ['', null],
  ])('reads %s as %s', (typed, day) => {
    expect(parseTypedDays(typed, TODAY)).toEqual(day === null ? null : { from: day, to: day });
  });
});

describe('/latest', () => {
  test('shows the first headlines of the newest issues, and a button for the rest of a long one', async () => {
    const [text = ''] = await write('/latest');
    const [first, second, third] = text.split('\n\n');
    expect(first).toBe('《澄州日报》2023年2月12日，1 个版，1 篇\n第1版\n1. 河湾镇建图书馆');
    expect(second).toContain('《汀阳晚报》2023年2月11日，3 个版，25 篇\n第1版\n2. 晚报第1条');
    expect(second).toContain('\n9. 晚报第8条');
    expect(third).toContain('《汀阳晚报》2023年2月10日');
    expect(await pressButton('汀阳晚报 2月11日 全部')).toContain('20. 晚报第20条');
  });
});

describe('/paper', () => {
  test('limits questions, searches and issues to one newspaper until it is unset, and each answer says so', async () => {
    const texts = await write(
      '/paper 《晚报》',
      '菜价如何',
      '/search 河湾镇',
      '/latest',
      '/paper',
      '菜价如何',
    );
    expect(asked.map(({ filter }) => filter)).toEqual([{ newspaper: '汀阳晚报' }, {}]);
    expect(texts.map((text) => text.includes('只看《汀阳晚报》'))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(texts[2]).not.toContain('澄州日报');
    expect(texts[3]).not.toContain('澄州日报');
  });

  test('of an unknown name says what is held, with a button for each', async () => {
    expect((await write('/paper 长安日报'))[0]).toBe(
      '档案里没有“长安日报”。现有：\n• 《汀阳晚报》\n• 《澄州日报》',
    );
    expect(await pressButton('澄州日报')).toBe(
      '好的，现在起这里只看《澄州日报》。只发 /paper 恢复为全部报纸。',
    );
  });

  test('of a name that several have asks which', async () => {
    expect((await write('/paper 报'))[0]).toContain('可以是几种报纸');
    expect(labels()).toEqual(['汀阳晚报', '澄州日报']);
  });
});

describe('/search', () => {
  test('goes on with 更多, numbered on, until there is no more', async () => {
    const texts = await write('/search 居民');
    while (labels().includes('更多')) texts.push(await pressButton('更多'));
    const numbers = texts.flatMap((text) => [...text.matchAll(/^(\d+)\. 《/gm)].map(([, n]) => Number(n)));
    expect(texts.length).toBeGreaterThan(2);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
    expect(numbers.length).toBe(ARTICLES.length);
  });
});

describe('what a person typed is repeated', () => {
  test.each([
    ['/article @wang http://a.cn', '@\u2060wang http:\u2060//a.\u2060cn'],
    ['/asof @wang', '@\u2060wang'],
    [`/article ${'长'.repeat(500)}`, `${'长'.repeat(99)}…`],
  ])('without a link or a call, and not at length: %s', async (text, repeated) => {
    bot = await startBot();
    writePrivately(bot.telegram, READER, text);
    expect((await bot.textsIn(READER.id))[0]).toContain(`“${repeated}”`);
  });
});

test('a search for more than 2,000 characters is refused as a question is', async () => {
  bot = await startBot();
  writePrivately(bot.telegram, READER, `/search ${'长'.repeat(2_001)}`);
  expect(await bot.textsIn(READER.id)).toEqual(['问题太长了，请控制在 2000 字以内。']);
});

describe('/timeline', () => {
  test('asks for the course of what is named, and what asks for it already is left as it is', async () => {
    await write('/timeline 石渡大桥', '/timeline 石渡大桥的最新进展', '/timeline');
    expect(asked.map(({ question }) => question)).toEqual(['石渡大桥的来龙去脉', '石渡大桥的最新进展']);
  });
});

describe('/asof', () => {
  test('takes a day as people say it', async () => {
    await write('/asof 昨天', '今年');
    expect(asked[0]?.askedOn).toBe('2023-02-11');
  });
});
