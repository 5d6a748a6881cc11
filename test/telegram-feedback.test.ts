import { afterEach, describe, expect, test } from 'vitest';
import type { Question } from '../src/domain/query.js';
import { archiveOf } from './helpers/found-articles.js';
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
import { ADMIN, GROUP_ID, press, READER, writeInGroup, writePrivately } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

const askPrivately = async (question = '阳曲县今年民生实事有哪些') => {
  writePrivately(bot.telegram, READER, question);
  await bot.telegram.until(() => bot.telegram.shown.at(-1)?.keyboard !== undefined, 'an answer');
};
const pressPrivately = (label: string) => press(bot.telegram, READER, READER.id, dataOf(bot.telegram, label));

describe('a question that goes on', () => {
  test('is offered only where the archive can answer it, and asked as if it were typed', async () => {
    const { asked, service } = recordingService();
    const checked: string[] = [];
    const isAnswerable = async ({ question }: Question) => {
      checked.push(question);
      return question.includes('2022');
    };
    const held = { newspaper: '太原日报', from: '2022-01-01', to: '2024-12-31', issues: 9, articles: 9 };
    const coverage = async () => ({ ...COVERAGE, newspapers: [{ ...held, undated: 0 }] });
    bot = await startBot({
      service: { ...service, isAnswerable },
      archive: { ...archiveOf(), coverage },
      pace: { suggestWithin: 9_000 },
    });
    await askPrivately();
    expect(checked).toEqual(['阳曲县2022年民生实事有哪些', '阳曲县2024年民生实事有哪些']);
    expect(rowsOf(bot.telegram)[1]).toEqual(['2022年呢？']);
    pressPrivately('2022年呢？');
    const [, text] = await bot.textsIn(READER.id, 2);
    expect(text?.startsWith('阳曲县2022年民生实事有哪些\n\n阳曲县今年')).toBe(true);
    expect(bot.telegram.shown.at(-1)?.html).toContain('<blockquote>阳曲县2022年民生实事有哪些</blockquote>');
    expect(asked[1]).toMatchObject({ question: '阳曲县2022年民生实事有哪些', askedOn: '2023-02-12' });
    writePrivately(bot.telegram, READER, '那医院呢');
    await bot.textsIn(READER.id, 3);
    expect(asked[2]?.history).toEqual(['阳曲县今年民生实事有哪些', '阳曲县2022年民生实事有哪些']);
  });

  test('keeps no answer waiting: what takes too long to check is not offered', async () => {
    const service = { ...recordingService().service, isAnswerable: () => new Promise<boolean>(() => {}) };
    bot = await startBot({ service, pace: { suggestWithin: 10 } });
    await askPrivately();
    expect(rowsOf(bot.telegram).flat()).toEqual(['原文 [1]', '全文 [1]', '更多结果', '👍', '👎']);
  });
});

describe('👍 and 👎', () => {
  test('are kept with the question, can be changed, and the keyboard shows the choice', async () => {
    bot = await startBot({ service: recordingService().service });
    await askPrivately();
    pressPrivately('👍');
    await bot.telegram.until(() => rowsOf(bot.telegram).flat().includes('👍 ✓'), 'the choice');
    pressPrivately('👎');
    await bot.telegram.until(() => rowsOf(bot.telegram).flat().includes('👎 ✓'), 'the other choice');
    pressPrivately('👎 ✓');
    await bot.telegram.until(
      () => bot.telegram.callsOf('answerCallbackQuery').length === 3,
      'the third press',
    );
    expect(rowsOf(bot.telegram)[1]).toEqual(['更多结果', '👍', '👎 ✓']);
    expect(bot.telegram.callsOf('editMessageReplyMarkup')).toHaveLength(2);
    expect(bot.store.answers.listFeedback()).toEqual([
      {
        question: '阳曲县今年民生实事有哪些',
        askedOn: '2023-02-12',
        verdict: 'down',
        remark: null,
        articleIds: [ARTICLE.articleId],
        at: '2023-02-12T01:00:00.000Z',
      },
    ]);
  });

  test('in a group are counted, one a person', async () => {
    bot = await startBot({ service: recordingService().service });
    writeInGroup(bot.telegram, READER, '@baowen_bot 民生实事');
    await bot.textsIn(GROUP_ID);
    for (const [from, label, after] of [
      [READER, '👍', '👍 1'],
      [ADMIN, '👍 1', '👍 2'],
      [READER, '👎', '👎 1'],
    ] as const) {
      press(bot.telegram, from, GROUP_ID, dataOf(bot.telegram, label));
      await bot.telegram.until(() => rowsOf(bot.telegram).flat().includes(after), after);
    }
    expect(rowsOf(bot.telegram).flat()).toContain('👍 1');
  });

  test('/feedback keeps a remark to the last answer, beside the verdict', async () => {
    bot = await startBot({ service: recordingService().service });
    writePrivately(bot.telegram, READER, '/feedback 年份不对');
    writePrivately(bot.telegram, READER, '/feedback');
    expect((await bot.textsIn(READER.id, 2)).map((text) => text.slice(0, 8))).toEqual([
      '这里还没有可以评',
      '请写上你的意见，',
    ]);
    await askPrivately();
    pressPrivately('👎');
    await bot.telegram.until(() => bot.store.answers.listFeedback().length === 1, 'the verdict');
    writePrivately(bot.telegram, READER, '/feedback 年份不对');
    await bot.textsIn(READER.id, 4);
    expect(bot.store.answers.listFeedback()).toMatchObject([{ verdict: 'down', remark: '年份不对' }]);
    expect(JSON.stringify(bot.store.answers.listFeedback())).not.toMatch(/501|读者|reader/);
  });
});

test('an inferred issue date is marked in the source line', async () => {
  const [first] = answerWith().citations;
  if (first === undefined) throw new Error('no citation');
  const answer = answerWith({ citations: [{ ...first, issueDateSource: 'inferred' }] });
  bot = await startBot({ service: recordingService(answer).service });
  await askPrivately();
  expect(bot.telegram.shown.at(-1)?.text).toContain('《太原日报》2023年2月10日（推定）第4版');
});
