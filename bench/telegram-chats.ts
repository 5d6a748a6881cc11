// Five chats with the bot over an archive, printed as their readers see them: mark-up interpreted, buttons in brackets.
//   npx vite-node bench/telegram-chats.ts [DATA_DIR]
// Without DATA_DIR the bundled sample is taken in, into a folder that goes afterwards. Searches by words alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIngester } from '../ingest/ingest.js';
import { createAskService } from '../src/answer/ask.js';
import { createSearch } from '../src/search/search.js';
import { openArchive } from '../src/store/archive.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { silentLog as log } from '../test/helpers/silent-log.js';
import { dataOf, startBot } from '../test/helpers/telegram-bot.js';
import { parseTelegramHtml } from '../test/helpers/telegram-html.js';
import type { Shown } from '../test/helpers/telegram-messages.js';
import { GROUP_ID, press, READER, writeInGroup, writePrivately } from '../test/helpers/telegram-updates.js';

const folder = mkdtempSync(join(tmpdir(), 'baowen-chats-'));
const dataDir = process.argv[2] ?? folder;
if (process.argv[2] === undefined) await ingestSample();
const archive = await openArchive({ dataDir, log });
const clock = () => performance.now();
const service = createAskService({
  archive,
  search: createSearch(archive, null, log),
  chat: null,
  log,
  clock,
});
// The first question loads the dictionaries; no reader is to wait for them here.
await service.ask({ question: '石渡大桥', askedOn: '2024-11-21', filter: {}, history: [] });
const bot = await startBot({ service, archive, now: () => new Date('2024-11-21T02:00:00Z') });
const { telegram } = bot;

print('一、一张清单');
await write('青沙县今年民生实事有哪些');
await pressLabel(/^原文/);
await pressLabel('更多结果');
await pressLabel(/呢？$|进展如何/);
await pressLabel('👍');

print('二、档案里没有的事');
await write('青沙县机场什么时候通航');
await pressLabel(/^全文/);

print('三、接着问');
await write('石渡大桥什么时候通车的');
await write('花了多少钱');
await write('/feedback 钱数还有另一个说法');

print('四、一篇长稿件');
await write('/search 政府工作报告');
await pressLabel(/^全文/);

print('五、在群里');
await writeGroup('大家早上好');
await writeGroup('@baowen_bot槐南区现在有多少个老年助餐点');

await bot.stop();
await archive.close();
rmSync(folder, { recursive: true, force: true });

async function ingestSample(): Promise<void> {
  const ingest = createIngester({
    openWriter: () => openArchiveWriter({ dataDir, log }),
    createEmbedder: async () => ({ embedder: null, notice: null }),
    listStoredFiles: async () => [],
    now: Date.now,
  });
  await ingest({ paths: ['sample/pages'] }, {});
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

async function write(text: string): Promise<void> {
  print(`读者：${text}`);
  await showChanges(READER.id, () => writePrivately(telegram, READER, text));
}

async function writeGroup(text: string): Promise<void> {
  print(`读者（群）：${text}`);
  await showChanges(GROUP_ID, () => writeInGroup(telegram, READER, text));
}

/** Presses the first fitting button of the newest message that has one. */
async function pressLabel(fitting: string | RegExp): Promise<void> {
  const labels = telegram.shownIn(READER.id).flatMap(labelsOf);
  const label = labels.findLast((one) => (typeof fitting === 'string' ? one === fitting : fitting.test(one)));
  if (label === undefined) return print(`（没有按钮 ${String(fitting)}）`);
  print(`读者按下［${label}］`);
  await showChanges(READER.id, () => press(telegram, READER, READER.id, dataOf(telegram, label)));
}

/** What is new or other in a chat once the bot has been quiet for a while. */
async function showChanges(chatId: number, act: () => unknown): Promise<void> {
  const before = new Map(
    telegram.shownIn(chatId).map((message) => [message.messageId, JSON.stringify(message)]),
  );
  const began = clock();
  act();
  let calls = -1;
  while (calls !== telegram.calls.length) {
    calls = telegram.calls.length;
    await new Promise((done) => setTimeout(done, 700));
  }
  const took = telegram.callsOf('sendMessage').at(-1)?.at ?? began;
  const changed = telegram
    .shownIn(chatId)
    .filter((message) => before.get(message.messageId) !== JSON.stringify(message));
  if (changed.length === 0) return print('（没有回应）');
  for (const message of changed) printMessage(message);
  if (took > began) print(`  ——${Math.round(took - began)} 毫秒`);
}

function printMessage(message: Shown): void {
  const lines = [
    ...(message.replyTo === undefined ? [] : [`↩ 回复第 ${message.replyTo} 条`]),
    ...showMarkup(message.html).split('\n'),
    ...(message.keyboard?.inline_keyboard ?? []).map((row) => row.map(({ text }) => `［${text}］`).join(' ')),
  ];
  print(lines.map((line) => `  │ ${line}`.trimEnd()).join('\n'));
}

function labelsOf({ keyboard }: Shown): string[] {
  return keyboard?.inline_keyboard.flat().map(({ text }) => text) ?? [];
}

/** Bold between stars, italics between underscores, a quoted question behind a bar. */
function showMarkup(html: string): string {
  parseTelegramHtml(html);
  const marked = html
    .replace(/<\/?b>/g, '**')
    .replace(/<\/?i>/g, '_')
    .replace(/<blockquote>/g, '▌')
    .replace(/<\/blockquote>/g, '');
  return parseTelegramHtml(marked).text;
}
