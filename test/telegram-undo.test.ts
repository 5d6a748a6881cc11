import { rmSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { ArchiveBusyError } from '../src/domain/errors.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { dataOf } from './helpers/telegram-bot.js';
import { ADMIN, GROUP_ID, press, READER, writeInGroup, writePrivately } from './helpers/telegram-updates.js';
import { PAGE, PAGE_NAME, startUploadBot, type UploadBot } from './helpers/telegram-uploads.js';

const NOW = new Date('2023-02-12T01:00:00Z');
const UNDONE = `已撤回“${PAGE_NAME}”，移除 2 篇稿件，文件也已删除。撤错了就把它再发一次。`;

let bot: UploadBot;
afterEach(() => bot.stop());

describe('/undo', () => {
  test('takes back the last file of this admin alone', async () => {
    bot = await startUploadBot();
    const other = bot.store.uploads.add({ adminId: 901, name: 'x', path: '/x', at: NOW });
    bot.send(PAGE_NAME, PAGE);
    await bot.textsIn(ADMIN.id, 2);
    for (const _ of [1, 2]) writePrivately(bot.telegram, ADMIN, '/undo');
    expect([await bot.lastIn(ADMIN.id, 3), await bot.lastIn(ADMIN.id, 4)]).toEqual([
      UNDONE,
      '没有可以撤回的入库：只能撤回你自己发来的文件。',
    ]);
    expect(await bot.articles()).toBe(1);
    expect(bot.kept()).toEqual([]);
    expect(bot.store.uploads.find(other.uploadId)).not.toBeNull();
  });

  test('waits for the file that is being taken in, and takes no earlier one back in its place', async () => {
    let finish = () => {};
    const first = new Promise<void>((done) => {
      finish = done;
    });
    bot = await startUploadBot((dataDir) => ({
      ingest: async (options, watch) => {
        await first;
        return ingestInto(dataDir, options, null, watch);
      },
    }));
    const earlier = bot.store.uploads.add({ adminId: ADMIN.id, name: 'x', path: '/x', at: NOW });
    bot.store.uploads.finish(earlier.uploadId);
    bot.send(PAGE_NAME, PAGE);
    writePrivately(bot.telegram, ADMIN, '/undo');
    await bot.telegram.until(() => bot.telegram.callsOf('sendChatAction').length > 0, 'the undo to wait');
    finish();
    expect(await bot.lastIn(ADMIN.id, 3)).toBe(UNDONE);
    expect(bot.store.uploads.find(earlier.uploadId)).not.toBeNull();
  });

  test('of a file of more than an hour ago asks first, and a button does it, once', async () => {
    let now = NOW;
    bot = await startUploadBot(undefined, () => now);
    bot.send(PAGE_NAME, PAGE);
    await bot.textsIn(ADMIN.id, 2);
    now = new Date(NOW.getTime() + 61 * 60_000);
    writePrivately(bot.telegram, ADMIN, '/undo');
    expect(await bot.lastIn(ADMIN.id, 3)).toContain(
      `要撤回2023年2月12日入库的“${PAGE_NAME}”吗？这个文件有 2 篇稿件`,
    );
    expect(await bot.articles()).toBe(3);
    const button = dataOf(bot.telegram, '撤回');
    for (const _ of [1, 2]) press(bot.telegram, ADMIN, ADMIN.id, button);
    expect([await bot.lastIn(ADMIN.id, 4), await bot.lastIn(ADMIN.id, 5)]).toEqual([
      UNDONE,
      '这次入库已经撤回过了。',
    ]);
    expect(await bot.articles()).toBe(1);
  });

  test('does not take away what was in the archive before, under a file that is gone', async () => {
    bot = await startUploadBot();
    const folder = writeFiles({ [PAGE_NAME]: PAGE });
    await ingestInto(bot.dataDir, { paths: [folder] });
    rmSync(folder, { recursive: true });
    bot.send(PAGE_NAME, PAGE);
    expect(await bot.lastIn(ADMIN.id, 2)).toContain('稿件：新增 0，移除 0，未变 2');
    writePrivately(bot.telegram, ADMIN, '/undo');
    expect(await bot.lastIn(ADMIN.id, 3)).toContain('没有可以撤回的入库');
    expect(await bot.articles()).toBe(3);
  });

  test('leaves all as it is while another program writes', async () => {
    const removeFile = async () => Promise.reject(new ArchiveBusyError('busy'));
    bot = await startUploadBot(() => ({ removeFile }));
    bot.send(PAGE_NAME, PAGE);
    await bot.textsIn(ADMIN.id, 2);
    writePrivately(bot.telegram, ADMIN, '/undo');
    expect(await bot.lastIn(ADMIN.id, 3)).toContain('没有撤回');
    expect(bot.kept()).toEqual([PAGE_NAME]);
    expect(bot.store.uploads.findLast(ADMIN.id)?.name).toBe(PAGE_NAME);
  });
});

describe('everybody else', () => {
  test.each([
    [undefined, '我只看得懂文字，请把问题打成字发给我。'],
    ['/ingest', '这个命令只有管理员能用。'],
  ])(
    'who sends a file with the caption %s is answered, and nothing is fetched',
    async (caption, sentence) => {
      bot = await startUploadBot();
      const document = bot.telegram.files.add(PAGE_NAME, PAGE);
      writePrivately(bot.telegram, READER, null, { document, ...(caption && { caption }) });
      expect(await bot.lastIn(READER.id, 1)).toBe(sentence);
      expect(bot.telegram.callsOf('getFile')).toEqual([]);
    },
  );

  test('and an admin in a group is asked to send the file in private', async () => {
    bot = await startUploadBot();
    const document = bot.telegram.files.add(PAGE_NAME, PAGE);
    writeInGroup(bot.telegram, ADMIN, null, { document, caption: '/ingest' });
    expect(await bot.lastIn(GROUP_ID, 1)).toBe('这里会有别人看到，请私下发给我。');
    expect(bot.telegram.callsOf('getFile')).toEqual([]);
  });

  test.each(['/undo', '/reload', '/ingest'])('is refused %s', async (command) => {
    bot = await startUploadBot();
    writePrivately(bot.telegram, READER, command);
    expect(await bot.lastIn(READER.id, 1)).toBe('这个命令只有管理员能用。');
  });
});

test('/reload opens the archive anew and says what it holds', async () => {
  let reloads = 0;
  const reload = async () => void reloads++;
  bot = await startUploadBot(() => ({ reload }));
  writePrivately(bot.telegram, ADMIN, '/reload');
  const text = await bot.lastIn(ADMIN.id, 1);
  expect(text).toMatch(/^已重新读取档案。\n\n档案现有 1 篇稿件：/);
  expect(reloads).toBe(1);
});
