import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ChatModel } from '../src/domain/ports.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';
import { startBot } from './helpers/telegram-bot.js';
import { READER, writePrivately } from './helpers/telegram-updates.js';

const BODY =
  '本报讯 栖县今年办好三件民生实事。一是新建幼儿园2所，增加学位540个。二是改造农村公路36公里。三是种树5万棵。';
const ITEMS = ['一是新建幼儿园2所，增加学位540个。', '二是改造农村公路36公里。', '三是种树5万棵。'];

/** A model that gives an item a time, and at last one that nobody printed. */
function modelWithGates() {
  const gates: (() => void)[] = [];
  const chat: ChatModel = {
    name: 'stand-in',
    async *stream() {
      for (const quote of ITEMS) {
        yield `${JSON.stringify({ text: quote, passage: 1, quote })}\n`;
        await new Promise<void>((done) => gates.push(done));
      }
      yield `${JSON.stringify({ text: '四是建机场1座。', passage: 1, quote: '四是建机场1座。' })}\n`;
    },
  };
  return { chat, gates };
}

/** The dictionaries are loaded first. */
const PATIENCE = 20_000;

test(
  'what a model says is shown sentence by sentence as it is checked, and the whole answer begins with it',
  async () => {
    const { chat, gates } = modelWithGates();
    const line = {
      newspaper: '太原日报',
      date: '2023-02-10',
      page: '4',
      headline: '栖县三件实事',
      text: BODY,
    };
    const folder = writeFiles({ 'articles.jsonl': JSON.stringify(line) });
    const { service, archive } = await openArchiveOf([join(folder, 'articles.jsonl')], chat);
    const bot = await startBot({
      service,
      archive,
      pace: { streamAfter: 0, stopAfter: 60_000, draftEvery: 1 },
    });
    const drafts: string[] = [];
    writePrivately(bot.telegram, READER, '栖县今年民生实事有哪些');
    for (const [index, item] of ITEMS.entries()) {
      await bot.telegram.until(
        () => bot.telegram.messages.drafts.get(READER.id)?.includes(item) === true,
        item,
      );
      drafts.push(bot.telegram.messages.drafts.get(READER.id) ?? '');
      gates[index]?.();
    }
    const [answer = ''] = await bot.textsIn(READER.id);
    await bot.stop();
    for (const draft of drafts) expect(answer.startsWith(draft)).toBe(true);
    expect(answer).not.toContain('机场');
    expect(answer).toContain('《太原日报》2023年2月10日第4版《栖县三件实事》');
  },
  PATIENCE,
);
