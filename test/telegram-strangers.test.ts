import type { Message, Update, User } from 'grammy/types';
import { afterEach, describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../src/telegram/commands/table.js';
import { ARTICLE, answerWith, type RunningBot, recordingService, startBot } from './helpers/telegram-bot.js';
import type { TelegramServer } from './helpers/telegram-server.js';
import {
  ADMIN,
  GROUP_ID,
  press,
  READER,
  STRANGER,
  writeInGroup,
  writePrivately,
} from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

/** Words that only the archive and what is made of it hold. */
const ARCHIVE_WORDS = /太原日报|民生实事|幼儿园|李静|按词检索|\d+ 篇|获准的人（/;
const ARGUMENTS = ['', '阳曲县', ARTICLE.articleId, '2023-02-10', '太原日报', '501', 'ABCD2345'];

/** A button of each kind, kept for the chat by an admin's or a reader's own use of the bot. */
const ACTIONS = [
  { kind: 'article', articleId: ARTICLE.articleId, firstMessage: 0 },
  { kind: 'issue', day: '2023-02-10', newspaper: null, first: 0 },
  { kind: 'search', words: '阳曲县', askedOn: '2023-02-12', filter: {}, limits: [], shown: 0 },
  { kind: 'paper', newspaper: '太原日报' },
  { kind: 'users', first: 0 },
  { kind: 'let-in', person: { userId: STRANGER.id, name: '陌生人' } },
  { kind: 'refuse', person: { userId: READER.id, name: '王读者' } },
  { kind: 'revoke', person: { userId: READER.id, name: '王读者' } },
  { kind: 'undo', uploadId: 1 },
];

type Way = (telegram: TelegramServer, from: User, text: string) => void;

const message = (from: User, more: object) =>
  ({
    message_id: 7,
    date: 1,
    chat: { id: from.id, type: 'private', first_name: from.first_name },
    from,
    ...more,
  }) as Message & Update.NonChannel;

/** Every way in which a text can come. */
const WAYS: [name: string, way: Way][] = [
  ['a private message', (telegram, from, text) => writePrivately(telegram, from, text)],
  ['a command in a group', (telegram, from, text) => writeInGroup(telegram, from, text)],
  ['a mention in a group', (telegram, from, text) => writeInGroup(telegram, from, `@baowen_bot ${text}`)],
  [
    'an edited message',
    (telegram, from, text) => telegram.push({ edited_message: { ...message(from, { text }), edit_date: 2 } }),
  ],
  [
    'the caption of a file',
    (telegram, from, text) =>
      writePrivately(telegram, from, null, {
        document: telegram.files.add('a.txt', 'x'),
        caption: text,
      } as Partial<Message>),
  ],
  [
    'an inline query',
    (telegram, from, text) =>
      telegram.push({ inline_query: { id: 'q', from, query: text, offset: '', chat_type: 'sender' } }),
  ],
  [
    'a channel post',
    (telegram, _from, text) =>
      telegram.push({
        channel_post: {
          message_id: 8,
          date: 1,
          chat: { id: -100_5, type: 'channel', title: '频道' },
          sender_chat: { id: -100_5, type: 'channel', title: '频道' },
          text,
        } as Update['channel_post'] & object,
      }),
  ],
];

/** All that the bot said to others than those who are let in. */
const saidToStrangers = () =>
  bot.telegram.calls
    .filter(
      ({ method, payload }) =>
        method !== 'setMyCommands' && payload.chat_id !== READER.id && payload.chat_id !== ADMIN.id,
    )
    .map(({ payload }) => JSON.stringify(payload))
    .join('\n');

/** Everything before it has been handled when a message of the reader's, and the last of the stranger's, are answered. */
async function settle(): Promise<void> {
  const before = [STRANGER.id, GROUP_ID].map((id) => [id, bot.telegram.shownIn(id).length] as const);
  writePrivately(bot.telegram, STRANGER, '完了');
  writeInGroup(bot.telegram, STRANGER, '@baowen_bot 完了');
  for (const [id, count] of before) await bot.textsIn(id, count + 1);
}

describe.each(['pairing', 'allowlist'] as const)(
  'under %s a stranger gets no word of the archive',
  (access) => {
    test.each(WAYS)(
      'by %s, whatever the command',
      async (_name, way) => {
        const { asked, service } = recordingService(answerWith());
        bot = await startBot({ service, settings: { access, allowedUsers: [READER.id] } });
        for (const command of COMMAND_NAMES)
          way(bot.telegram, STRANGER, `/${command} ${ARGUMENTS[command.length % ARGUMENTS.length]}`);
        for (const text of ARGUMENTS) way(bot.telegram, STRANGER, `阳曲县${text}`);
        await settle();
        expect(asked).toEqual([]);
        expect(saidToStrangers()).not.toMatch(ARCHIVE_WORDS);
        expect(bot.telegram.callsOf('getFile')).toEqual([]);
        expect(bot.store.access.listApproved()).toEqual([]);
        expect(bot.store.access.listShutOut()).toEqual([]);
      },
      15_000,
    );

    test.each(ACTIONS)('by the button $kind', async (action) => {
      bot = await startBot({ settings: { access, allowedUsers: [READER.id] } });
      for (const chatId of [GROUP_ID, STRANGER.id]) {
        const [token = ''] = bot.store.presses.keep(chatId, [JSON.stringify(action)], new Date());
        press(bot.telegram, STRANGER, chatId, token);
      }
      await bot.telegram.until(
        () => bot.telegram.callsOf('answerCallbackQuery').length === 2,
        'both presses answered',
      );
      await settle();
      expect(saidToStrangers()).not.toMatch(ARCHIVE_WORDS);
      expect(bot.store.access.isApproved(STRANGER.id)).toBe(false);
      expect(bot.store.access.isShutOut(READER.id)).toBe(false);
    });
  },
);

test('a reader who is no admin cannot use the buttons of one', async () => {
  bot = await startBot();
  const kinds = ['users', 'let-in', 'refuse', 'revoke', 'undo'];
  const actions = ACTIONS.filter(({ kind }) => kinds.includes(kind)).map((action) => JSON.stringify(action));
  for (const token of bot.store.presses.keep(READER.id, actions, new Date()))
    press(bot.telegram, READER, READER.id, token);
  expect(await bot.textsIn(READER.id, kinds.length)).toEqual(kinds.map(() => '这个命令只有管理员能用。'));
  expect(bot.store.access.isApproved(STRANGER.id)).toBe(false);
});
