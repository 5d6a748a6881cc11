import type { User } from 'grammy/types';
import { afterEach, describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../src/telegram/commands/table.js';
import type { BotDependencies } from '../src/telegram/dependencies.js';
import { answerWith, dataOf, type RunningBot, shoutingService, startBot } from './helpers/telegram-bot.js';
import {
  ADMIN,
  GROUP_ID,
  press,
  READER,
  STRANGER,
  writeInGroup,
  writePrivately,
} from './helpers/telegram-updates.js';

const SECOND_ADMIN: User = { id: 901, is_bot: false, first_name: '副管理员' };
const NOW = new Date('2023-02-12T01:00:00Z');
const service = { ...shoutingService, ask: async () => answerWith() };
const pairing = { access: 'pairing' as const, allowedUsers: [] };

let bot: RunningBot;
afterEach(() => bot.stop());

/** The last of so many messages in the person's chat. */
const lastOf = async (person: User, count: number) => (await bot.textsIn(person.id, count))[count - 1];

async function pressed(person: User, label: string): Promise<void> {
  const before = bot.telegram.shownIn(person.id).length;
  press(bot.telegram, person, person.id, dataOf(bot.telegram, label));
  await bot.textsIn(person.id, before + 1);
}

const labels = () =>
  bot.telegram.shown
    .at(-1)
    ?.keyboard?.inline_keyboard.flat()
    .map(({ text }) => text) ?? [];

describe('a stranger who asks for a code', () => {
  test('is named to every admin, without the code, and let in by a button', async () => {
    bot = await startBot({ service, settings: { ...pairing, admins: [ADMIN.id, SECOND_ADMIN.id] } });
    writePrivately(bot.telegram, STRANGER, '你好');
    const notices = [await lastOf(ADMIN, 1), await lastOf(SECOND_ADMIN, 1)];
    const code = /[A-Z0-9]{8}/.exec((await lastOf(STRANGER, 1)) ?? '')?.[0] ?? '';
    expect(notices).toEqual(Array(2).fill('陌生人（编号 502） 请求使用报问。'));
    expect(notices.join()).not.toContain(code);
    expect(labels()).toEqual(['批准', '拒绝']);
    await pressed(SECOND_ADMIN, '批准');
    expect(await lastOf(SECOND_ADMIN, 2)).toBe('已批准 陌生人（编号 502）使用。');
    expect(await lastOf(STRANGER, 2)).toContain('管理员已经批准');
    writePrivately(bot.telegram, STRANGER, '阳曲县');
    expect(await lastOf(STRANGER, 3)).toContain('七件民生实事');
  });

  test('asks again and again without the admins hearing of it again', async () => {
    bot = await startBot({ settings: pairing });
    for (const text of ['你好', '在吗', '/start']) writePrivately(bot.telegram, STRANGER, text);
    await bot.textsIn(STRANGER.id, 3);
    await bot.textsIn(ADMIN.id, 1);
    expect(bot.telegram.shownIn(ADMIN.id)).toHaveLength(1);
  });

  test('is one of five at most that the admins hear of within an hour', async () => {
    let now = NOW;
    bot = await startBot({ settings: pairing, now: () => now });
    const come = async (ids: number[]) => {
      // The second message is answered when all is done that the first brought.
      for (const id of [...ids, ...ids]) writePrivately(bot.telegram, { ...STRANGER, id }, '你好');
      for (const id of ids) await bot.textsIn(id, 2);
    };
    await come([1, 2, 3, 4, 5, 6, 7]);
    await bot.textsIn(ADMIN.id, 5);
    now = new Date(NOW.getTime() + 3_600_000);
    await come([8]);
    expect(await lastOf(ADMIN, 6)).toContain('编号 8');
    expect(bot.telegram.shownIn(ADMIN.id)).toHaveLength(6);
  });

  test('who was refused is no longer announced, keeps out, and can be let in from /users', async () => {
    bot = await startBot({ service, settings: pairing });
    writePrivately(bot.telegram, STRANGER, '你好');
    await bot.textsIn(ADMIN.id, 1);
    await pressed(ADMIN, '拒绝');
    expect(await lastOf(ADMIN, 2)).toContain('已拒绝 陌生人（编号 502）');
    writePrivately(bot.telegram, STRANGER, '阳曲县');
    expect(await lastOf(STRANGER, 2)).toContain('配对码');
    writePrivately(bot.telegram, ADMIN, '/users');
    expect(await lastOf(ADMIN, 3)).toContain(
      '不许使用：\n• 陌生人（编号 502），2023年2月12日由管理员 900 撤销或拒绝',
    );
    await pressed(ADMIN, '恢复 陌生人');
    writePrivately(bot.telegram, STRANGER, '阳曲县');
    expect(await lastOf(STRANGER, 4)).toContain('七件民生实事');
  });

  test('is not shut out by a late 拒绝 when another admin has let them in', async () => {
    bot = await startBot({ settings: pairing });
    writePrivately(bot.telegram, STRANGER, '你好');
    await bot.textsIn(ADMIN.id, 1);
    const refusal = dataOf(bot.telegram, '拒绝');
    bot.store.access.letIn({ userId: STRANGER.id, name: '陌生人' }, '901', NOW);
    press(bot.telegram, ADMIN, ADMIN.id, refusal);
    expect(await lastOf(ADMIN, 2)).toContain('已由另一位管理员批准');
    expect(bot.store.access.isApproved(STRANGER.id)).toBe(true);
  });

  test('cannot put a link or mark-up into the admins’ chat by a name', async () => {
    bot = await startBot({ settings: pairing });
    writePrivately(bot.telegram, { ...STRANGER, first_name: '<b>evil.com', username: 'x_y' }, '你好');
    const text = await lastOf(ADMIN, 1);
    expect(text).toContain('<b>');
    expect(text).not.toMatch(/evil\.com|@x_y/);
  });
});

describe('/users', () => {
  test('says who is let in, since when and by whom, and takes it back by a button', async () => {
    bot = await startBot({ service, settings: { ...pairing, allowedUsers: [77] } });
    bot.store.access.letIn({ userId: READER.id, name: '王读者 @reader_wang' }, 'console', NOW);
    writePrivately(bot.telegram, ADMIN, '/users');
    const text = (await lastOf(ADMIN, 1))?.replace(/\u2060/g, '');
    expect(text).toBe(`获准的人（2）：
1. 王读者 @reader_wang（编号 501），2023年2月12日在终端批准
2. 编号 77，写在 TELEGRAM_ALLOWED_USERS 里

管理员：编号 900`);
    await pressed(ADMIN, '撤销 王读者 @reader_wang');
    writePrivately(bot.telegram, READER, '阳曲县');
    expect(await lastOf(READER, 1)).toContain('配对码');
  });

  test('goes on over the messages where there are many', async () => {
    bot = await startBot({ settings: pairing });
    for (let userId = 1; userId <= 45; userId++)
      bot.store.access.letIn({ userId, name: `甲${userId}` }, '900', NOW);
    writePrivately(bot.telegram, ADMIN, '/users');
    await bot.textsIn(ADMIN.id, 1);
    while (labels().includes('更多')) await pressed(ADMIN, '更多');
    const numbers = bot.telegram.shown.flatMap(({ text }) =>
      [...text.matchAll(/^(\d+)\. 甲/gm)].map(([, n]) => Number(n)),
    );
    expect(numbers).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
  });

  test('is not answered in a group, where others would read it', async () => {
    bot = await startBot({ settings: pairing });
    bot.store.access.letIn({ userId: READER.id, name: '王读者' }, 'console', NOW);
    writeInGroup(bot.telegram, ADMIN, '/users');
    expect(await bot.textsIn(GROUP_ID, 1)).toEqual(['这里会有别人看到，请私下发给我。']);
  });
});

describe('/revoke', () => {
  test.each(['501', '@reader_wang', '@READER_WANG', '王读者', '@\u2060reader_wang'])(
    'takes %s',
    async (whom) => {
      bot = await startBot({ settings: pairing });
      bot.store.access.letIn({ userId: READER.id, name: '王读者 @reader_wang' }, 'console', NOW);
      writePrivately(bot.telegram, ADMIN, `/revoke ${whom}`);
      expect(await lastOf(ADMIN, 1)).toContain('立即生效');
      expect(bot.store.access.isApproved(READER.id)).toBe(false);
    },
  );

  test.each([
    ['a list', 'allowlist' as const],
    ['an open bot', 'open' as const],
  ])('outweighs %s', async (_what, access) => {
    bot = await startBot({ service, settings: { access } });
    writePrivately(bot.telegram, READER, '阳曲县');
    await bot.textsIn(READER.id, 1);
    writePrivately(bot.telegram, ADMIN, `/revoke ${READER.id}`);
    await bot.textsIn(ADMIN.id, 1);
    writePrivately(bot.telegram, READER, '阳曲县');
    expect(await lastOf(READER, 2)).toContain('只对获准的人开放');
  });

  test('of an admin or of nobody says so', async () => {
    bot = await startBot();
    for (const whom of ['900', '12345', '@nobody', ''])
      writePrivately(bot.telegram, ADMIN, `/revoke ${whom}`);
    const texts = await bot.textsIn(ADMIN.id, 4);
    expect(texts[0]).toContain('只能在 .env 里改');
    expect(texts[1]).toContain('名单里没有“12345”');
    expect(texts[2]).toContain('名单里没有');
    expect(texts[3]).toContain('请写上编号');
  });

  test('shuts out at once: an answer that was being looked for is not sent, and the chat is forgotten', async () => {
    let finish = () => {};
    const ask: BotDependencies['service']['ask'] = () =>
      new Promise((done) => {
        finish = () => done(answerWith());
      });
    bot = await startBot({ service: { ...shoutingService, ask } });
    writePrivately(bot.telegram, READER, '/asof 2022-03-01');
    writePrivately(bot.telegram, READER, '阳曲县');
    await bot.telegram.until(
      () => bot.telegram.callsOf('sendChatAction').length > 0,
      'the question to be asked',
    );
    writePrivately(bot.telegram, ADMIN, '/revoke 501');
    await bot.textsIn(ADMIN.id, 1);
    finish();
    writePrivately(bot.telegram, READER, '还在吗');
    expect((await lastOf(READER, 2)) ?? '').toContain('只对获准的人开放');
    expect(bot.store.conversations.loadSettings(READER.id).askedOn).toBeNull();
    expect(bot.telegram.shownIn(READER.id)).toHaveLength(2);
  });
});

describe('the commands of admins', () => {
  test.each(['/users', '/revoke 501', '/approve ABCD2345'])(
    '%s is refused to everybody else',
    async (command) => {
      bot = await startBot();
      writePrivately(bot.telegram, READER, command);
      expect(await bot.textsIn(READER.id, 1)).toEqual(['这个命令只有管理员能用。']);
      expect(bot.store.access.isShutOut(READER.id)).toBe(false);
    },
  );

  test('stand in the menus of the admins alone, and a refused menu stops nothing', async () => {
    bot = await startBot({ service, settings: { admins: [ADMIN.id, SECOND_ADMIN.id] } });
    await bot.telegram.until(() => bot.telegram.callsOf('setMyCommands').length === 3, 'three menus');
    const menus = bot.telegram.callsOf('setMyCommands').map(({ payload }) => {
      const { scope, commands } = payload as { scope: object; commands: { command: string }[] };
      return { scope, names: commands.map(({ command }) => command) };
    });
    expect(menus.map(({ scope }) => scope)).toEqual([
      { type: 'default' },
      { type: 'chat', chat_id: ADMIN.id },
      { type: 'chat', chat_id: SECOND_ADMIN.id },
    ]);
    const [forAll, ...forAdmins] = menus.map(({ names }) => names.toSorted());
    const isOfAdmins = (name: string) =>
      ['approve', 'ingest', 'reload', 'revoke', 'undo', 'users'].includes(name);
    expect(forAll).toEqual([...COMMAND_NAMES].filter((name) => !isOfAdmins(name)).toSorted());
    expect(forAdmins).toEqual(Array(2).fill([...COMMAND_NAMES].toSorted()));
  });

  test('stand in the help of admins alone', async () => {
    bot = await startBot();
    for (const person of [ADMIN, READER]) writePrivately(bot.telegram, person, '/help');
    expect(await lastOf(ADMIN, 1)).toContain('/revoke');
    expect(await lastOf(READER, 1)).not.toContain('管理员');
  });
});
