import { afterEach, describe, expect, test } from 'vitest';
import { ArchiveBusyError } from '../src/domain/errors.js';
import type { Ingester } from '../src/domain/ports.js';
import { ingestInto } from './helpers/archive-of.js';
import { makeDocx } from './helpers/make-docx.js';
import { makeZip } from './helpers/make-zip.js';
import { printPdf } from './helpers/print-pdf.js';
import { dataOf } from './helpers/telegram-bot.js';
import { TOKEN } from './helpers/telegram-protocol.js';
import { ADMIN, press, READER, writePrivately } from './helpers/telegram-updates.js';
import { PAGE, PAGE_NAME, startUploadBot, type UploadBot } from './helpers/telegram-uploads.js';

let bot: UploadBot;
afterEach(() => bot.stop());

describe('a file that an admin sends', () => {
  test('is kept, taken in and summed up with its issue and buttons to its articles', async () => {
    bot = await startUploadBot();
    bot.send(PAGE_NAME, PAGE);
    const summary = await bot.lastIn(ADMIN.id, 2);
    expect(summary.replace(/用时 .+ 秒/, '用时 … 秒')).toBe(`“${PAGE_NAME}”
文件：新增 1
稿件：新增 2，移除 0，未变 0
片段：写入 2；向量：写入 0，还缺 3，以后入库时补上
用时 … 秒。
找到 1 期：
• 《澄州日报》2023年2月10日，2 篇

《澄州日报》2023年2月10日，1 个版，2 篇
第4版
1. 河湾镇办好三件民生实事
2. 河湾镇龙舟赛开赛

点下面的数字看全文。`);
    press(bot.telegram, ADMIN, ADMIN.id, dataOf(bot.telegram, '2'));
    expect(await bot.lastIn(ADMIN.id, 3)).toContain('《澄州日报》2023年2月10日第4版《河湾镇龙舟赛开赛》');
    await bot.edited('已入库');
    expect(bot.kept()).toEqual([PAGE_NAME]);
  });

  test('may be the same twice: none takes the place of the other, and each can be taken back', async () => {
    bot = await startUploadBot();
    bot.send(PAGE_NAME, PAGE, { caption: '/ingest' });
    await bot.textsIn(ADMIN.id, 2);
    bot.send(PAGE_NAME, PAGE);
    expect(await bot.lastIn(ADMIN.id, 4)).toContain('稿件：新增 0，移除 0，未变 2');
    expect(bot.kept()).toEqual([PAGE_NAME, PAGE_NAME]);
    for (const [count, left] of [
      [5, 3],
      [6, 1],
    ] as const) {
      writePrivately(bot.telegram, ADMIN, '/undo');
      await bot.textsIn(ADMIN.id, count);
      expect(await bot.articles()).toBe(left);
    }
    expect(bot.kept()).toEqual([]);
  });

  test('is dated by its caption, and one that is not understood keeps it out', async () => {
    bot = await startUploadBot();
    bot.send('page.txt', PAGE, { caption: '/ingest 汀阳晚报 2022年3月1日 A6版' });
    expect(await bot.lastIn(ADMIN.id, 2)).toContain('《汀阳晚报》2022年3月1日，1 个版，2 篇\n第A6版');
    bot.send('page.txt', PAGE, { caption: '/ingest 随便写写' });
    expect(await bot.lastIn(ADMIN.id, 3)).toContain('没有看懂“随便写写”，文件没有入库');
    expect(await bot.articles()).toBe(3);
  });

  test('says how to date what has no date', async () => {
    bot = await startUploadBot();
    bot.send('page.txt', PAGE);
    const summary = await bot.lastIn(ADMIN.id, 2);
    expect(summary).toContain('日期不详，2 篇');
    expect(summary).toContain('再带上说明发一次');
  });

  test('may be a .zip of pages or a document', async () => {
    bot = await startUploadBot();
    bot.send('2023-02-10.zip', makeZip([{ name: '澄州日报/04版.txt', content: PAGE }, { name: '../x.txt' }]));
    const pages = await bot.lastIn(ADMIN.id, 2);
    expect(pages).toContain('“2023-02-10.zip”里的“../x.txt”的路径指向压缩包外面');
    expect(pages).toContain('《澄州日报》2023年2月10日，1 个版，2 篇\n第4版');
    bot.send(
      '澄州日报2023-02-11_2版.docx',
      makeDocx([{ text: '河湾镇建桥', style: '1' }, '河湾镇建桥开工。']),
    );
    expect(await bot.lastIn(ADMIN.id, 4)).toContain(
      '《澄州日报》2023年2月11日，1 个版，1 篇\n第2版\n1. 河湾镇建桥',
    );
    expect(await bot.articles()).toBe(4);
  });

  test('may be a printed page as PDF: its issue is read from the masthead, and /undo takes it back', async () => {
    bot = await startUploadBot();
    const paragraph =
      '云江市今年在十二个乡镇新建书屋三十六间，藏书八万册，免费向村民开放到晚上九点。书屋由村里的老教师轮流值守，每周末给孩子讲故事。';
    const source = {
      headline: '乡镇书屋开到晚上',
      paragraphs: Array(4).fill(paragraph),
      reporters: ['田小禾'],
    };
    const { bytes } = await printPdf([{ sources: [source], layout: 'flowing' }]);
    bot.send('版面.pdf', bytes, { caption: '/ingest' });
    const summary = await bot.lastIn(ADMIN.id, 2);
    expect(summary).toContain('《云江日报》2023年2月10日，1 个版，1 篇\n第1版\n1. 乡镇书屋开到晚上');
    await bot.edited('“版面.pdf”已入库');
    expect(bot.edits()).toContainEqual(expect.stringContaining('正在把“版面.pdf”入库'));
    expect(await bot.articles()).toBe(2);
    writePrivately(bot.telegram, ADMIN, '/undo');
    expect(await bot.lastIn(ADMIN.id, 3)).toContain('已撤回“版面.pdf”，移除 1 篇稿件');
    expect(await bot.articles()).toBe(1);
    expect(bot.kept()).toEqual([]);
  });

  test('may come without a name: its kind tells how it is read', async () => {
    bot = await startUploadBot();
    const document = { ...bot.telegram.files.add(undefined, PAGE), mime_type: 'text/plain' };
    writePrivately(bot.telegram, ADMIN, null, { document, caption: '/ingest 汀阳晚报 2022-03-01 6版' });
    expect(await bot.lastIn(ADMIN.id, 2)).toContain('《汀阳晚报》2022年3月1日，1 个版，2 篇');
    expect(bot.kept()).toEqual(['file.txt']);
  });

  test.each([
    ['版面.tif', '现在还读不了 .tif 文件'],
    ['版面.rar', '现在还读不了 .rar 文件'],
    ['版面', '现在还读不了没有扩展名的文件'],
  ])('called %s is refused in a sentence and not fetched', async (name, sentence) => {
    bot = await startUploadBot();
    bot.send(name, PAGE);
    expect(await bot.lastIn(ADMIN.id, 1)).toContain(sentence);
    expect(bot.telegram.callsOf('getFile')).toEqual([]);
  });

  test('of more than 20 MB is refused before it is fetched, whatever Telegram said of its size', async () => {
    bot = await startUploadBot();
    const document = bot.telegram.files.add(PAGE_NAME, Buffer.alloc(20 * 1024 * 1024 + 1, 'x'));
    writePrivately(bot.telegram, ADMIN, null, { document });
    expect(await bot.lastIn(ADMIN.id, 1)).toContain('超过 20 MB');
    expect(bot.telegram.callsOf('getFile')).toEqual([]);
    const { file_size: _, ...unsized } = document;
    writePrivately(bot.telegram, ADMIN, null, { document: unsized });
    await bot.edited('超过 20 MB');
    expect(bot.telegram.files.downloads).toEqual([]);
  });

  test('that brings no article is told with the reason, and nothing of it stays', async () => {
    bot = await startUploadBot();
    bot.send('坏.jsonl', '{"text":\n[1]\n');
    const summary = await bot.lastIn(ADMIN.id, 2);
    expect(summary).toContain('文件：失败 1');
    expect(summary).toContain('“坏.jsonl”第 1 行不是有效的 JSON');
    expect(summary).not.toContain(bot.dataDir);
    await bot.edited('没有入库');
    expect(bot.kept()).toEqual([]);
    writePrivately(bot.telegram, ADMIN, '/undo');
    expect(await bot.lastIn(ADMIN.id, 3)).toContain('没有可以撤回的入库');
  });

  test('is fetched again when the connection breaks, and the token is in no log and no message', async () => {
    bot = await startUploadBot();
    bot.telegram.files.breakOff = 1;
    bot.send(PAGE_NAME, PAGE);
    expect(await bot.lastIn(ADMIN.id, 2)).toContain('新增 2');
    bot.telegram.files.breakOff = 9;
    bot.send(PAGE_NAME, PAGE);
    await bot.edited('没能从 Telegram 下载这个文件');
    expect(bot.kept()).toEqual([PAGE_NAME]);
    const said = JSON.stringify([bot.telegram.shown, bot.edits()]);
    expect(bot.log.text() + said).not.toContain(TOKEN.split(':')[1]);
    expect(bot.log.text()).toContain('下载');
  });

  test('leaves the bot answering meanwhile, this chat too, with progress in one edited message', async () => {
    let finish = () => {};
    const first = new Promise<void>((done) => {
      finish = done;
    });
    const ingest: Ingester = async (options, watch) => {
      for (let done = 1; done <= 30; done++) watch.onProgress?.({ stage: 'vectors', done, total: 30 });
      await first;
      return ingestInto(bot.dataDir, options, null, watch);
    };
    bot = await startUploadBot(() => ({ ingest }));
    bot.send(PAGE_NAME, PAGE);
    await bot.edited('向量 30/30');
    expect(bot.edits().length).toBeLessThan(4);
    for (const person of [ADMIN, READER]) writePrivately(bot.telegram, person, '阳曲县');
    expect(await bot.lastIn(ADMIN.id, 2)).toContain('七件民生实事');
    expect(await bot.lastIn(READER.id, 1)).toContain('七件民生实事');
    const messages = bot.telegram.callsOf('editMessageText').map(({ payload }) => payload.message_id);
    expect(new Set(messages).size).toBe(1);
    bot.send(PAGE_NAME, PAGE);
    expect(await bot.lastIn(ADMIN.id, 3)).toContain('排队');
    finish();
    expect(await bot.lastIn(ADMIN.id, 5)).toContain('未变 2');
  });

  test('is told to come again while another program writes', async () => {
    const ingest = async () => Promise.reject(new ArchiveBusyError('进程 7 正在写入'));
    bot = await startUploadBot(() => ({ ingest }));
    bot.send(PAGE_NAME, PAGE);
    await bot.edited('另一个程序正在写档案');
    expect(bot.kept()).toEqual([]);
  });

  test('that is being taken in when the bot stops is told so', async () => {
    const ingest: Ingester = (_options, { onProgress, signal }) =>
      new Promise((_done, fail) => {
        onProgress?.({ stage: 'vectors', done: 1, total: 9 });
        signal?.addEventListener('abort', () => fail(new Error('stopped')));
      });
    bot = await startUploadBot(() => ({ ingest }));
    bot.send(PAGE_NAME, PAGE);
    await bot.edited('向量 1/9');
    await bot.abort();
    expect(bot.edits().at(-1)).toContain('没来得及入库');
  });
});
