import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isReadable } from '../ingest/readers/readers.js';
import { ArchiveBusyError } from '../src/domain/errors.js';
import type { Ingester } from '../src/domain/ports.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { toSafeFileName } from '../src/telegram/uploads/file-name.js';
import { parseGivenFacts } from '../src/telegram/uploads/given-facts.js';
import { ingestInto, openArchiveOf, writeFiles } from './helpers/archive-of.js';
import { silentLog } from './helpers/silent-log.js';
import { dataOf, type RunningBot, recordingService, startBot } from './helpers/telegram-bot.js';
import { TOKEN } from './helpers/telegram-protocol.js';
import { ADMIN, GROUP_ID, press, READER, writeInGroup, writePrivately } from './helpers/telegram-updates.js';

const PAGE = `河湾镇办好三件民生实事

本报讯（记者 周宁）河湾镇今年办好三件民生实事。一是修路两条，二是种树三千棵，三是新建图书馆一座。

河湾镇龙舟赛开赛

本报讯（记者 林海）河湾镇龙舟赛2月9日开赛，二十支队伍参加，三千名居民到河边观看。
`;
const NAME = '澄州日报_2023-02-10_04版.txt';
const RECORD = (headline: string) =>
  JSON.stringify({
    newspaper: '澄州日报',
    date: '2023-02-11',
    page: '1',
    headline,
    text: `${headline}，居民都说好。`,
  });

let bot: RunningBot;
let dataDir: string;
let administration: NonNullable<NonNullable<Parameters<typeof startBot>[0]>['administration']>;
let archive: Awaited<ReturnType<typeof openArchiveOf>>['archive'];

beforeEach(async () => {
  const folder = writeFiles({ 'held.jsonl': RECORD('河湾镇建桥'), 'pages/page.txt': PAGE });
  ({ archive, dataDir } = await openArchiveOf([join(folder, 'held.jsonl')]));
  // The dictionaries are loaded with the first page, which takes its time on a busy machine.
  await ingestInto(dataDir, { paths: [join(folder, 'pages')], dryRun: true });
  administration = {
    inbox: join(dataDir, 'inbox'),
    isReadable,
    ingest: (options, watch) => ingestInto(dataDir, options, null, watch),
    async removeFile(path) {
      const writer = await openArchiveWriter({ dataDir, log: silentLog });
      const removed = await writer.removeFile(path);
      await writer.close();
      return removed;
    },
    reload: async () => {},
    fetch,
  };
});
afterEach(() => bot.stop());

const start = (change: Partial<typeof administration> = {}) =>
  startBot({
    archive,
    administration: { ...administration, ...change },
    service: recordingService().service,
    pace: { progressEvery: 40 },
  });

function send(name: string | undefined, content: string | Buffer, more: Partial<Message> = {}): void {
  const document = bot.telegram.files.add(name, content);
  writePrivately(bot.telegram, ADMIN, null, { document, ...more } as Partial<Message>);
}

const edits = () => bot.telegram.callsOf('editMessageText').map(({ payload }) => String(payload.text));
const edited = (part: string) =>
  bot.telegram.until(() => edits().some((text) => text.includes(part)), `an edit with ${part}`);
const lastIn = async (chatId: number, count: number) => (await bot.textsIn(chatId, count))[count - 1] ?? '';
const kept = () =>
  existsSync(administration.inbox)
    ? readdirSync(administration.inbox, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(administration.inbox, name)).isFile())
        .map((name) => name.split('/').at(-1))
    : [];
const articles = async () => (await archive.coverage()).articles;

describe('a file that an admin sends', () => {
  test('is kept, taken in and summed up with its issue and buttons to its articles', async () => {
    bot = await start();
    send(NAME, PAGE);
    const summary = await lastIn(ADMIN.id, 2);
    expect(summary.replace(/用时 .+ 秒/, '用时 … 秒').replaceAll('\u2060', '')).toBe(`“${NAME}”
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
    expect(await lastIn(ADMIN.id, 3)).toContain('《澄州日报》2023年2月10日第4版《河湾镇龙舟赛开赛》');
    await edited('已入库');
    expect(kept()).toEqual([NAME]);
  });

  test('may be the same twice: none takes the place of the other, and each can be taken back', async () => {
    bot = await start();
    send(NAME, PAGE, { caption: '/ingest' });
    await bot.textsIn(ADMIN.id, 2);
    send(NAME, PAGE);
    expect(await lastIn(ADMIN.id, 4)).toContain('稿件：新增 0，移除 0，未变 2');
    expect(kept()).toEqual([NAME, NAME]);
    for (const [count, left] of [
      [6, 3],
      [8, 1],
    ] as const) {
      writePrivately(bot.telegram, ADMIN, '/undo');
      await bot.textsIn(ADMIN.id, count - 1);
      press(bot.telegram, ADMIN, ADMIN.id, dataOf(bot.telegram, '撤回'));
      await bot.textsIn(ADMIN.id, count);
      expect(await articles()).toBe(left);
    }
    expect(kept()).toEqual([]);
  });

  test('is dated by its caption, and one that is not understood keeps it out', async () => {
    bot = await start();
    send('page.txt', PAGE, { caption: '/ingest 汀阳晚报 2022年3月1日 A6版' });
    expect(await lastIn(ADMIN.id, 2)).toContain('《汀阳晚报》2022年3月1日，1 个版，2 篇\n第A6版');
    send('page.txt', PAGE, { caption: '/ingest 随便写写' });
    expect(await lastIn(ADMIN.id, 3)).toContain('没有看懂“随便写写”，文件没有入库');
    expect(await articles()).toBe(3);
  });

  test('says how to date what has no date', async () => {
    bot = await start();
    send('page.txt', PAGE);
    const summary = await lastIn(ADMIN.id, 2);
    expect(summary).toContain('日期不详，2 篇');
    expect(summary).toContain('再带上说明发一次');
  });

  test.each([
    ['版面.pdf', '现在还读不了 .pdf 文件'],
    ['版面.html', '现在还读不了 .html 文件'],
    ['版面.zip', '现在还读不了 .zip 文件'],
    ['版面', '现在还读不了没有扩展名的文件'],
  ])('called %s is refused in a sentence and not fetched', async (name, sentence) => {
    bot = await start();
    send(name, PAGE);
    expect((await lastIn(ADMIN.id, 1)).replaceAll('\u2060', '')).toContain(sentence);
    expect(bot.telegram.callsOf('getFile')).toEqual([]);
  });

  test('of more than 20 MB is refused before it is fetched, whatever Telegram said of its size', async () => {
    bot = await start();
    const document = bot.telegram.files.add(NAME, Buffer.alloc(20 * 1024 * 1024 + 1, 'x'));
    writePrivately(bot.telegram, ADMIN, null, { document });
    expect(await lastIn(ADMIN.id, 1)).toContain('超过 20 MB');
    expect(bot.telegram.callsOf('getFile')).toEqual([]);
    const { file_size: _, ...unsized } = document;
    writePrivately(bot.telegram, ADMIN, null, { document: unsized });
    await edited('超过 20 MB');
    expect(bot.telegram.files.downloads).toEqual([]);
  });

  test('that brings no article is told with the reason, and nothing of it stays', async () => {
    bot = await start();
    send('坏.jsonl', '{"text":\n[1]\n');
    const summary = await lastIn(ADMIN.id, 2);
    expect(summary).toContain('文件：失败 1');
    expect(summary.replaceAll('\u2060', '')).toContain('“坏.jsonl”第 1 行不是有效的 JSON');
    expect(summary).not.toContain(dataDir);
    await edited('没有入库');
    expect(kept()).toEqual([]);
    writePrivately(bot.telegram, ADMIN, '/undo');
    expect(await lastIn(ADMIN.id, 3)).toContain('没有可以撤回的入库');
  });

  test('is fetched again when the connection breaks, and the token is in no log and no message', async () => {
    bot = await start();
    bot.telegram.files.breakOff = 1;
    send(NAME, PAGE);
    expect(await lastIn(ADMIN.id, 2)).toContain('新增 2');
    bot.telegram.files.breakOff = 9;
    send(NAME, PAGE);
    await edited('没能从 Telegram 下载这个文件');
    expect(kept()).toEqual([NAME]);
    const said = JSON.stringify([bot.telegram.shown, edits()]);
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
      return ingestInto(dataDir, options, null, watch);
    };
    bot = await start({ ingest });
    send(NAME, PAGE);
    await edited('向量 30/30');
    expect(edits().length).toBeLessThan(4);
    for (const person of [ADMIN, READER]) writePrivately(bot.telegram, person, '阳曲县');
    expect(await lastIn(ADMIN.id, 2)).toContain('七件民生实事');
    expect(await lastIn(READER.id, 1)).toContain('七件民生实事');
    const messages = bot.telegram.callsOf('editMessageText').map(({ payload }) => payload.message_id);
    expect(new Set(messages).size).toBe(1);
    send(NAME, PAGE);
    expect(await lastIn(ADMIN.id, 3)).toContain('排队');
    finish();
    expect(await lastIn(ADMIN.id, 5)).toContain('未变 2');
  });

  test('is told to come again while another program writes', async () => {
    const ingest = async () => Promise.reject(new ArchiveBusyError('进程 7 正在写入'));
    bot = await start({ ingest });
    send(NAME, PAGE);
    await edited('另一个程序正在写档案');
    expect(kept()).toEqual([]);
  });

  test('that is being taken in when the bot stops is told so', async () => {
    const ingest: Ingester = (_options, { onProgress, signal }) =>
      new Promise((_done, fail) => {
        onProgress?.({ stage: 'vectors', done: 1, total: 9 });
        signal?.addEventListener('abort', () => fail(new Error('stopped')));
      });
    bot = await start({ ingest });
    send(NAME, PAGE);
    await edited('向量 1/9');
    await bot.abort();
    expect(edits().at(-1)).toContain('没来得及入库');
  });
});

describe('/undo', () => {
  test('takes back the last file of this admin alone, after a button, once', async () => {
    bot = await start();
    const other = bot.store.uploads.add({ adminId: 901, name: 'x', path: '/x', at: new Date() });
    send(NAME, PAGE);
    await bot.textsIn(ADMIN.id, 2);
    writePrivately(bot.telegram, ADMIN, '/undo');
    expect((await lastIn(ADMIN.id, 3)).replaceAll('\u2060', '')).toContain(
      `要撤回2023年2月12日入库的“${NAME}”吗？这个文件有 2 篇稿件`,
    );
    expect(await articles()).toBe(3);
    const button = dataOf(bot.telegram, '撤回');
    for (const _ of [1, 2]) press(bot.telegram, ADMIN, ADMIN.id, button);
    const texts = await bot.textsIn(ADMIN.id, 5);
    expect(texts.slice(3).map((text) => text.replaceAll('\u2060', ''))).toEqual([
      `已撤回“${NAME}”，移除 2 篇稿件，文件也已删除。`,
      '这次入库已经撤回过了。',
    ]);
    expect(await articles()).toBe(1);
    expect(kept()).toEqual([]);
    expect(bot.store.uploads.find(other.uploadId)).not.toBeNull();
  });

  test('leaves all as it is while another program writes', async () => {
    const removeFile = async () => Promise.reject(new ArchiveBusyError('busy'));
    bot = await start({ removeFile });
    send(NAME, PAGE);
    await bot.textsIn(ADMIN.id, 2);
    writePrivately(bot.telegram, ADMIN, '/undo');
    await bot.textsIn(ADMIN.id, 3);
    press(bot.telegram, ADMIN, ADMIN.id, dataOf(bot.telegram, '撤回'));
    expect(await lastIn(ADMIN.id, 4)).toContain('没有撤回');
    expect(kept()).toEqual([NAME]);
    expect(bot.store.uploads.findLast(ADMIN.id)?.name).toBe(NAME);
  });
});

describe('everybody else', () => {
  test.each([
    [undefined, '我只看得懂文字，请把问题打成字发给我。'],
    ['/ingest', '这个命令只有管理员能用。'],
  ])(
    'who sends a file with the caption %s is answered, and nothing is fetched',
    async (caption, sentence) => {
      bot = await start();
      const document = bot.telegram.files.add(NAME, PAGE);
      writePrivately(bot.telegram, READER, null, { document, ...(caption && { caption }) });
      expect(await lastIn(READER.id, 1)).toBe(sentence);
      expect(bot.telegram.callsOf('getFile')).toEqual([]);
    },
  );

  test('and an admin in a group is asked to send the file in private', async () => {
    bot = await start();
    const document = bot.telegram.files.add(NAME, PAGE);
    writeInGroup(bot.telegram, ADMIN, null, { document, caption: '/ingest' });
    expect(await lastIn(GROUP_ID, 1)).toBe('这里会有别人看到，请私下发给我。');
    expect(bot.telegram.callsOf('getFile')).toEqual([]);
  });

  test.each(['/undo', '/reload', '/ingest'])('is refused %s', async (command) => {
    bot = await start();
    writePrivately(bot.telegram, READER, command);
    expect(await lastIn(READER.id, 1)).toBe('这个命令只有管理员能用。');
  });
});

test('/reload opens the archive anew and says what it holds', async () => {
  let reloads = 0;
  const reload = async () => void reloads++;
  bot = await start({ reload });
  writePrivately(bot.telegram, ADMIN, '/reload');
  const text = await lastIn(ADMIN.id, 1);
  expect(text).toMatch(/^已重新读取档案。\n\n档案现有 1 篇稿件：/);
  expect(reloads).toBe(1);
});

test.each([
  ['太原日报_2023-02-10_04版.txt', '太原日报_2023-02-10_04版.txt'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['..\\..\\x.jsonl', 'x.jsonl'],
  ['/etc/cron.d/a.txt', 'a.txt'],
  ['.hidden.txt', 'hidden.txt'],
  ['a\u202etxt.exe\u0000.txt', 'atxt.exe.txt'],
  ['..', 'file'],
  ['', 'file'],
  [`${'长'.repeat(300)}.jsonl.gz`, `${'长'.repeat(63)}.jsonl.gz`],
])('the name %j is kept as %j', (name, safe) => {
  expect(toSafeFileName(name)).toBe(safe);
});

test.each([
  ['太原日报 2023-02-10 4版', { newspaper: '太原日报', date: '2023-02-10', page: '4' }],
  ['《晋源风》，昨天', { newspaper: '晋源风', date: '2023-02-11' }],
  ['第a06版', { page: 'A06' }],
  ['', {}],
  ['这是今天的', null],
])('the caption %j gives %j', (caption, given) => {
  expect(parseGivenFacts(caption, [], '2023-02-12')).toEqual(given);
});
