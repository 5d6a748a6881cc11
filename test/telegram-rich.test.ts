import type { RichBlock, RichText } from 'grammy/types';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../src/domain/answer.js';
import type { AskService } from '../src/domain/ports.js';
import { renderRich } from '../src/telegram/rich/render-rich.js';
import { askIn, richServer } from './helpers/rich-server.js';
import { FIRST, STREAMING, slowService } from './helpers/slow-service.js';
import {
  ARTICLE,
  answerWith,
  dataOf,
  type RunningBot,
  recordingService,
  rowsOf,
  shoutingService,
  startBot,
} from './helpers/telegram-bot.js';
import { textOf } from './helpers/telegram-rich.js';
import { TelegramServer } from './helpers/telegram-server.js';
import {
  editMessage,
  GROUP_ID,
  press,
  READER,
  STRANGER,
  writeInGroup,
  writePrivately,
} from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

const SOURCE = '《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》 记者 李静';
const tries = () => bot.telegram.callsOf('sendRichMessage').length;

async function startOn(telegram: TelegramServer, options: Parameters<typeof startBot>[0] = {}) {
  bot = await startBot({ service: recordingService().service, telegram, ...options });
}

const ask = (count: number) => askIn(bot, count);

/** Two quotes of one article, one of another, a remark. */
const CITING: Answer = (() => {
  const [first] = answerWith().citations;
  if (first === undefined) throw new Error('no citation');
  const other = { ...first, n: 2, articleId: 'b2', page: '1', headline: '一号<院>', byline: null };
  return answerWith({
    answer: '甲<b>。 [1]\n乙[9]。 [2][3]',
    citations: [first, { ...other, quote: '乙\n句' }, { ...first, n: 3, quote: '丙句' }],
    notes: ['注意：旧闻。'],
  });
})();

type Link = { text: string; to: string };
function linksOf(text: RichText): Link[] {
  if (typeof text === 'string') return [];
  if (Array.isArray(text)) return text.flatMap(linksOf);
  const own = text.type === 'reference_link' ? [{ text: textOf(text.text), to: text.reference_name }] : [];
  return [...own, ...('text' in text ? linksOf(text.text) : [])];
}
function referencesOf(block: RichBlock): Record<string, string> {
  const texts = block.type === 'paragraph' ? [block.text].flat() : [];
  const found = texts.flatMap((text) =>
    typeof text === 'object' && !Array.isArray(text) && text.type === 'reference'
      ? [[text.name, textOf(text)]]
      : [],
  );
  return Object.fromEntries(found);
}

describe('where the server knows rich messages', () => {
  test('the marks of an answer lead to its source lines, and the quotes are folded behind them', async () => {
    await startOn(await richServer(), { service: recordingService(CITING).service });
    const blocks = (await ask(1))?.blocks ?? [];
    const [sentences, ...rest] = blocks;
    expect(sentences?.type === 'paragraph' && linksOf(sentences.text)).toEqual([
      { text: '[1]', to: 'source-1' },
      { text: '[2]', to: 'source-2' },
      { text: '[3]', to: 'source-1' },
    ]);
    expect(Object.assign({}, ...rest.map(referencesOf))).toEqual({
      'source-1': `[1][3] ${SOURCE}`,
      'source-2': '[2] 《太原日报》2023年2月10日第1版《一号<院>》',
    });
    expect(rest.at(-1)).toMatchObject({ type: 'details', summary: ['引用的原句'] });
    expect(bot.telegram.shown[0]?.text.split('引用的原句')[1]).toContain('[2] “乙\n句”\n[3] “丙句”');
  });

  test('an answer says there what it says in classic HTML, and has its buttons and one more', async () => {
    const service = recordingService(CITING).service;
    await startOn(await TelegramServer.start(), { service });
    const classic = (await ask(1))?.text;
    const buttons = rowsOf(bot.telegram).flat();
    await bot.stop();
    await startOn(await richServer(), { service });
    const rich = (await ask(1))?.text;
    const words = (text = '') =>
      text
        .replace(/引用的原句[\s\S]*/, '')
        .replace(/\n+/g, '\n')
        .trim();
    expect(words(rich)).toBe(words(classic));
    expect(rowsOf(bot.telegram).flat()).toEqual([...buttons, '文字版']);
    expect(bot.telegram.callsOf('sendMessage')).toEqual([]);
  });

  test('a group is answered at the question in its topic', async () => {
    await startOn(await richServer());
    const id = writeInGroup(bot.telegram, READER, '@baowen_bot 民生实事', {
      message_thread_id: 7,
      is_topic_message: true,
    });
    await bot.textsIn(GROUP_ID);
    expect(bot.telegram.shown[0]).toMatchObject({ replyTo: id, topicId: 7, blocks: expect.anything() });
  });

  test('what was shown while it came gives way to it: a draft in private, the edited message in a group', async () => {
    const slow = slowService();
    await startOn(await richServer(), { service: slow.service, pace: STREAMING });
    bot.store.rich.save(bot.telegram.apiRoot, true, new Date());
    writePrivately(bot.telegram, READER, '民生实事');
    await bot.telegram.until(() => bot.telegram.callsOf('sendChatAction').length > 0, 'typing');
    slow.say(FIRST);
    await bot.telegram.until(() => bot.telegram.messages.drafts.size > 0, 'a draft');
    slow.finish();
    await bot.telegram.until(() => bot.telegram.shownIn(READER.id)[0]?.blocks !== undefined, 'the answer');
    expect(bot.telegram.messages.drafts.size).toBe(0);

    writeInGroup(bot.telegram, READER, '@baowen_bot 民生实事');
    await bot.textsIn(GROUP_ID);
    slow.finish();
    await bot.telegram.until(() => bot.telegram.shownIn(GROUP_ID)[0]?.blocks !== undefined, 'the answer');
    expect(bot.telegram.shownIn(GROUP_ID)).toHaveLength(1);
    expect(bot.telegram.callsOf('editMessageText').at(-1)?.payload).toHaveProperty('rich_message');
  });

  test('an edited question changes the message of its answer', async () => {
    const ask: AskService['ask'] = async ({ question }) => answerWith({ answer: `答：${question}。 [1]` });
    await startOn(await richServer(), { service: { ...shoutingService, ask } });
    const id = writePrivately(bot.telegram, READER, '一');
    await bot.textsIn(READER.id);
    editMessage(bot.telegram, READER, READER.id, id, '二');
    await bot.telegram.until(
      () => bot.telegram.shown[0]?.text.startsWith('答：二。') === true,
      'the new one',
    );
    expect(bot.telegram.shown).toMatchObject([{ blocks: expect.anything() }]);
  });

  test('whoever cannot read it presses a button: it becomes plain text, as all later answers in this chat', async () => {
    await startOn(await richServer(), { settings: { allowedUsers: [READER.id, STRANGER.id] } });
    await ask(1);
    press(bot.telegram, READER, READER.id, dataOf(bot.telegram, '文字版'));
    await bot.telegram.until(() => bot.telegram.shown[0]?.blocks === undefined, 'plain text');
    expect(bot.telegram.shown[0]?.text).toBe(`阳曲县今年将办好七件民生实事。 [1]\n\n[1] ${SOURCE}`);
    expect(rowsOf(bot.telegram).at(-1)).toEqual(['更多结果', '👍', '👎']);
    expect((await ask(2))?.blocks).toBeUndefined();
    expect(rowsOf(bot.telegram).at(-1)).toEqual(['更多结果', '👍', '👎']);
    writePrivately(bot.telegram, STRANGER, '民生实事');
    await bot.textsIn(STRANGER.id);
    expect(bot.telegram.shownIn(STRANGER.id)[0]?.blocks).toBeDefined();
  });

  test('a refusal has no footnotes, and an answer that is too long for one message takes several', async () => {
    const refusal = answerWith({ found: false, answer: '没有查到。', citations: [], sentences: [] });
    const search: AskService['search'] = async ({ question: query }) => ({
      query,
      hits: [],
      notes: [],
      understood: refusal.understood,
    });
    await startOn(await richServer(), { service: { ...recordingService(refusal).service, search } });
    await ask(1);
    expect(tries()).toBe(0);
    await bot.stop();
    const long = answerWith({ answer: `${'一句话说完。'.repeat(1_800)} [1]` });
    await startOn(await richServer(), { service: recordingService(long).service });
    await ask(3);
    expect(tries()).toBe(0);
  });

  test('the setting turns them off', async () => {
    await startOn(await richServer(), { settings: { richMessages: 'off' } });
    await ask(1);
    expect(tries()).toBe(0);
  });
});

test('text of an article stays text in rich HTML', () => {
  const html = renderRich(answerWith({ answer: `<p>&\n${ARTICLE.headline} [1]` }), ['<i>']);
  expect(html).toContain(`<p>&lt;p&gt;&amp;<br>${ARTICLE.headline} <a href="#source-1">[1]</a></p>`);
  expect(html).toContain('<i>&lt;i&gt;</i>');
});
