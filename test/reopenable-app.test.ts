import { expect, test } from 'vitest';
import { openReopenable } from '../bin/reopenable-app.js';
import type { OpenedApp } from '../src/domain/opened-app.js';
import { answerWith } from './helpers/telegram-bot.js';

/** Apps numbered in the order in which they are opened; each answers with its number when it is let. */
function numberedApps() {
  const closed: number[] = [];
  const waiting: (() => void)[] = [];
  let opened = 0;
  const open = async (): Promise<OpenedApp> => {
    const number = ++opened;
    const ask = () => new Promise((done) => waiting.push(() => done(answerWith({ answer: String(number) }))));
    const archive = {
      async *listArticles() {
        yield number;
        yield number;
      },
    };
    const close = async () => void closed.push(number);
    return { service: { ask }, archive, notices: [`第${number}次`], close } as unknown as OpenedApp;
  };
  return { open, closed, waiting };
}

const QUESTION = { question: '问', askedOn: '2023-02-12', filter: {}, history: [] };

test('a question that is being answered keeps its archive open, and the next one asks the new one', async () => {
  const { open, closed, waiting } = numberedApps();
  const app = await openReopenable(open);
  const first = app.service.ask(QUESTION);
  await app.reopen();
  const second = app.service.ask(QUESTION);
  expect(closed).toEqual([]);
  for (const finish of waiting) finish();
  expect([(await first).answer, (await second).answer]).toEqual(['1', '2']);
  expect({ closed, notices: app.notices }).toEqual({ closed: [1], notices: ['第2次'] });
  await app.close();
  expect(closed).toEqual([1, 2]);
});

test('a list that is being read keeps its archive open, also where the reader breaks off', async () => {
  const { open, closed } = numberedApps();
  const app = await openReopenable(open);
  for await (const article of app.archive.listArticles({})) {
    await app.reopen();
    expect({ article, closed }).toEqual({ article: 1, closed: [] });
    break;
  }
  expect(closed).toEqual([1]);
});

test('an archive that cannot be opened anew leaves the old one at work', async () => {
  const { open, closed, waiting } = numberedApps();
  let calls = 0;
  const app = await openReopenable(() => (++calls === 2 ? Promise.reject(new Error('no memory')) : open()));
  await expect(app.reopen()).rejects.toThrow('no memory');
  const answer = app.service.ask(QUESTION);
  for (const finish of waiting) finish();
  expect((await answer).answer).toBe('1');
  expect(closed).toEqual([]);
});
