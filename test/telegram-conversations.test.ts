import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { CONVERSATION_TABLES, createConversationStore } from '../src/store/bot/conversation-store.js';
import { openDatabase } from '../src/store/open-database.js';
import { type RunningBot, recordingService, shoutingService, startBot } from './helpers/telegram-bot.js';
import { ADMIN, GROUP_ID, READER, writeInGroup, writePrivately } from './helpers/telegram-updates.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const bots: RunningBot[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0).reverse()) await bot.stop();
});

async function start(options: Parameters<typeof startBot>[0]): Promise<RunningBot> {
  const bot = await startBot(options);
  bots.push(bot);
  return bot;
}

test('day, newspaper and questions outlive a restart, and /reset forgets them all', async () => {
  const { asked, service } = recordingService();
  const before = await start({ service });
  const { telegram, store } = before;
  for (const text of ['/asof 2022-03-01', '/paper 太原日报', '阳曲县的实事'])
    writePrivately(telegram, READER, text);
  await before.textsIn(READER.id, 3);
  await before.abort();
  const after = await start({ service, telegram, store });
  for (const text of ['那晋源区呢', '/reset', '那晋源区呢']) writePrivately(telegram, READER, text);
  const texts = await after.textsIn(READER.id, 6);
  expect(asked.slice(1)).toEqual([
    {
      question: '那晋源区呢',
      askedOn: '2022-03-01',
      filter: { newspaper: '太原日报' },
      history: ['阳曲县的实事'],
    },
    { question: '那晋源区呢', askedOn: '2023-02-12', filter: {}, history: [] },
  ]);
  expect(texts[3]).toMatch(/按提问日期 2022年3月1日 理解\n只看《太原日报》$/);
  expect(texts[5]).not.toMatch(/提问日期|只看/);
});

test('/reset in a topic leaves the questions of the other topics', async () => {
  const { asked, service } = recordingService();
  const { telegram, textsIn } = await start({ service });
  const inTopic = (topic: number, text: string) =>
    writeInGroup(telegram, READER, text, { is_topic_message: true, message_thread_id: topic });
  for (const topic of [7, 8]) inTopic(topic, `/ask 话题${topic}`);
  inTopic(7, '/reset');
  for (const topic of [7, 8]) inTopic(topic, '/ask 再问');
  await textsIn(GROUP_ID, 5);
  expect(asked.slice(2).map(({ history }) => history)).toEqual([[], ['话题8']]);
});

test('an admin whose file was being taken in when the bot was killed hears of it at the next start, once', async () => {
  const before = await start({});
  const { telegram, store } = before;
  store.uploads.add({ adminId: ADMIN.id, name: '澄州日报.txt', path: '/x/澄州日报.txt', at: new Date() });
  await before.abort();
  for (const service of [shoutingService, recordingService().service]) {
    const after = await start({ telegram, store, service });
    await after.textsIn(ADMIN.id, 1);
    if (service !== shoutingService) {
      writePrivately(telegram, ADMIN, '问');
      const texts = await after.textsIn(ADMIN.id, 2);
      expect(texts[0]).toContain('没有入库完');
      expect(texts[1]).toContain('七件民生实事');
    }
    await after.abort();
  }
});

test('a conversation keeps its last four questions, and is forgotten 90 days after the last', () => {
  const database = openDatabase(join(makeTemporaryFolder(), 'bot.sqlite'), [CONVERSATION_TABLES]);
  const store = createConversationStore(database);
  const chat = { chatId: 1, topicId: null };
  const start = Date.parse('2023-02-12T00:00:00Z');
  const day = (number: number) => new Date(start + number * 86_400_000);
  store.saveSettings(1, { askedOn: null, newspaper: '太原日报' }, day(0));
  for (const [index, text] of [...'甲乙丙丁戊'].entries()) store.remember(chat, text, day(index));
  store.remember({ chatId: 2, topicId: 3 }, '别处', day(93));
  expect(store.loadQuestions(chat)).toEqual([...'乙丙丁戊']);
  expect(store.loadSettings(1).newspaper).toBe('太原日报');
  store.remember({ chatId: 2, topicId: 3 }, '别处', day(95));
  expect(store.loadQuestions(chat)).toEqual([]);
  expect(store.loadSettings(1).newspaper).toBeNull();
  database.close();
});
