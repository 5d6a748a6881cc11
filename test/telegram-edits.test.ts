import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { AskService } from '../src/domain/ports.js';
import type { Question } from '../src/domain/query.js';
import { openBotStore } from '../src/store/bot/open-bot-store.js';
import { answerWith, type RunningBot, shoutingService, startBot } from './helpers/telegram-bot.js';
import { BOT } from './helpers/telegram-protocol.js';
import {
  editMessage,
  GROUP_ID,
  READER,
  STRANGER,
  writeInGroup,
  writePrivately,
} from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

/** Answers each question with its own words, and keeps what it was asked. */
function echo(length = 1) {
  const asked: Question[] = [];
  const ask: AskService['ask'] = async (question) => {
    asked.push(question);
    return answerWith({ answer: `答：${question.question}。`.repeat(length), citations: [], found: true });
  };
  return { asked, service: { ...shoutingService, ask } };
}

/** Nothing comes of an edit: what is asked behind it is answered, and nothing else. */
async function nothingHappens(edit: () => void, count: number, chatId = READER.id): Promise<void> {
  edit();
  if (chatId === READER.id) writePrivately(bot.telegram, READER, '后来的问题');
  else writeInGroup(bot.telegram, READER, '@baowen_bot 后来的问题');
  expect((await bot.textsIn(chatId, count + 1)).at(-1)).toContain('后来的问题');
  expect(bot.telegram.shownIn(chatId)).toHaveLength(count + 1);
  expect(bot.telegram.callsOf('editMessageText')).toEqual([]);
}

describe('an edited question', () => {
  test('is answered anew in the message of its first answer, once an edit', async () => {
    const { asked, service } = echo();
    bot = await startBot({ service });
    const id = writePrivately(bot.telegram, READER, '娄烦县有几所学效');
    await bot.textsIn(READER.id);
    for (const [text, times] of [
      ['娄烦县有几所学校', 2],
      ['娄烦县有几所学校', 2],
      ['娄烦县有几所中学', 3],
    ] as const) {
      editMessage(bot.telegram, READER, READER.id, id, text);
      await bot.telegram.until(() => bot.telegram.shown[0]?.text === `答：${text}。`, text);
      expect(asked).toHaveLength(times);
    }
    expect(bot.telegram.shown).toHaveLength(1);
    writePrivately(bot.telegram, READER, '那医院呢');
    await bot.textsIn(READER.id, 2);
    expect(asked.map(({ history }) => history)).toEqual([[], [], [], ['娄烦县有几所中学']]);
  });

  test('is answered anew after a restart, too', async () => {
    const { service } = echo();
    bot = await startBot({ service });
    const id = writePrivately(bot.telegram, READER, '一');
    await bot.textsIn(READER.id);
    await bot.abort();
    const again = await startBot({ service, telegram: bot.telegram, store: bot.store });
    editMessage(bot.telegram, READER, READER.id, id, '二');
    await bot.telegram.until(() => bot.telegram.shown[0]?.text === '答：二。', 'the new answer');
    await again.abort();
  });

  test('whose answer took several messages loses those that the new one does not need', async () => {
    let length = 600;
    const ask: AskService['ask'] = async () =>
      answerWith({ answer: '一句话说完。'.repeat(length), citations: [] });
    bot = await startBot({ service: { ...shoutingService, ask }, pace: { suggestWithin: 1 } });
    length = 1_500;
    const id = writePrivately(bot.telegram, READER, '一');
    await bot.textsIn(READER.id, 3);
    length = 2;
    editMessage(bot.telegram, READER, READER.id, id, '二');
    await bot.telegram.until(() => bot.telegram.shown.length === 1, 'one message');
    expect(bot.telegram.shown[0]?.text).toBe('一句话说完。一句话说完。');
  });

  test('is answered in a new message where the first answer was deleted', async () => {
    const { service } = echo();
    bot = await startBot({ service });
    const id = writeInGroup(bot.telegram, READER, '@baowen_bot 一');
    await bot.textsIn(GROUP_ID);
    bot.telegram.shown.length = 0;
    editMessage(bot.telegram, READER, GROUP_ID, id, '@baowen_bot 二');
    expect(await bot.textsIn(GROUP_ID)).toEqual(['答：二。']);
    expect(bot.telegram.shown[0]?.replyTo).toBe(id);
  });

  test('that fails keeps its first answer', async () => {
    let fails = false;
    const ask: AskService['ask'] = async () => {
      if (fails) throw new Error('damaged');
      return answerWith();
    };
    bot = await startBot({ service: { ...shoutingService, ask } });
    const id = writePrivately(bot.telegram, READER, '一');
    await bot.textsIn(READER.id);
    fails = true;
    editMessage(bot.telegram, READER, READER.id, id, '二');
    const [first, second] = await bot.textsIn(READER.id, 2);
    expect(first).toContain('七件民生实事');
    expect(second).toContain('抱歉');
  });
});

describe('nothing is done for an edit', () => {
  test('of a message that was never answered, of a stranger, or of what is no question', async () => {
    const { service } = echo();
    bot = await startBot({ service });
    const command = writePrivately(bot.telegram, READER, '/status');
    const answered = writePrivately(bot.telegram, READER, '一');
    await bot.textsIn(READER.id, 2);
    await nothingHappens(() => {
      editMessage(bot.telegram, READER, READER.id, 9_999, '二');
      editMessage(bot.telegram, READER, READER.id, command, '三');
      editMessage(bot.telegram, STRANGER, STRANGER.id, 77, '四');
      editMessage(bot.telegram, READER, READER.id, answered, '/status');
      editMessage(bot.telegram, READER, READER.id, answered, '一');
    }, 2);
    expect(bot.telegram.shownIn(STRANGER.id)).toEqual([]);
  });

  test('of somebody who was shut out of an open bot in between', async () => {
    const { asked, service } = echo();
    bot = await startBot({ service, settings: { access: 'open' } });
    const answered = writePrivately(bot.telegram, READER, '一');
    await bot.textsIn(READER.id);
    bot.store.access.shutOut({ userId: READER.id, name: '王' }, 'console', new Date());
    editMessage(bot.telegram, READER, READER.id, answered, '二');
    writePrivately(bot.telegram, STRANGER, '三');
    await bot.textsIn(STRANGER.id);
    await expect.poll(() => bot.store.inbox.unfinished(BOT.id)).toEqual([]);
    expect(asked.map(({ question }) => question)).toEqual(['一', '三']);
    expect(bot.telegram.shownIn(READER.id).map(({ text }) => text)).toEqual(['答：一。']);
  });

  test('that comes later than a quarter of an hour', async () => {
    const { service } = echo();
    let minutes = 0;
    bot = await startBot({
      service,
      now: () => new Date(Date.parse('2023-02-12T01:00:00Z') + minutes * 60_000),
    });
    const id = writePrivately(bot.telegram, READER, '一');
    await bot.textsIn(READER.id);
    minutes = 16;
    await nothingHappens(() => editMessage(bot.telegram, READER, READER.id, id, '二'), 1);
  });

  test('in a group that no longer speaks to the bot', async () => {
    const { service } = echo();
    bot = await startBot({ service });
    const id = writeInGroup(bot.telegram, READER, '@baowen_bot 一');
    await bot.textsIn(GROUP_ID);
    await nothingHappens(() => editMessage(bot.telegram, READER, GROUP_ID, id, '不问了'), 1, GROUP_ID);
  });
});

test('answers are forgotten after 90 days, those that were judged are kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baowen-answers-'));
  const store = openBotStore(folder);
  const day = (n: number) => new Date(Date.parse('2023-01-01T00:00:00Z') + n * 86_400_000);
  const answer = {
    ...{
      chatId: 1,
      topicId: null,
      askerId: 5,
      questionId: 7,
      asked: '{}',
      question: '问',
      askedOn: '2023-01-01',
    },
    articleIds: ['a'],
  };
  const judged = store.answers.keep(answer, day(0));
  const other = store.answers.keep(answer, day(0));
  store.answers.judge(judged, 5, { verdict: 'up' }, day(1));
  store.answers.keep({ ...answer, topicId: 3 }, day(91));
  expect([store.answers.find(judged) !== null, store.answers.find(other)]).toEqual([true, null]);
  expect(store.answers.findLast({ chatId: 1, topicId: null, askerId: 5 })).toBe(judged);
  store.close();
  rmSync(folder, { recursive: true });
});
