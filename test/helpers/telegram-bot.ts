import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/domain/answer.js';
import type { Article } from '../../src/domain/article.js';
import type { AskService, Coverage, Log } from '../../src/domain/ports.js';
import type { Question } from '../../src/domain/query.js';
import type { TelegramSettings } from '../../src/domain/settings.js';
import { type BotStore, openBotStore } from '../../src/store/bot/open-bot-store.js';
import type { Administration, BotDependencies } from '../../src/telegram/dependencies.js';
import { runBot } from '../../src/telegram/run-bot.js';
import { TOKEN } from './telegram-protocol.js';
import { TelegramServer } from './telegram-server.js';
import { ADMIN, READER } from './telegram-updates.js';

export const ARTICLE: Article = {
  articleId: 'a1b2c3d4e5f60718',
  sourceId: null,
  sourceFile: 'page.txt',
  newspaper: '太原日报',
  issueDate: '2023-02-10',
  issueDateSource: 'file',
  issueDateEvidence: null,
  page: '4',
  column: null,
  kicker: null,
  headline: '阳曲县确定七件民生实事',
  subheadline: null,
  dateline: null,
  byline: '记者 李静',
  contributors: [],
  kind: 'news',
  truncated: null,
  body: '本报讯 阳曲县今年将办好七件民生实事。一是新建幼儿园2所。',
};

export const COVERAGE: Coverage = {
  newspapers: [
    { newspaper: '太原日报', from: '2023-02-10', to: '2023-02-12', issues: 2, articles: 3, undated: 0 },
  ],
  articles: 3,
  chunks: 5,
  vectors: 5,
};

/** An archive of one article, into which nothing comes. */
export const ARCHIVE: BotDependencies['archive'] = {
  loadArticles: async (ids) => (ids.includes(ARTICLE.articleId) ? [ARTICLE] : []),
  loadPlaces: async (ids) => ids.map(() => []),
  lastArrival: async () => ({ archiveId: 'test', arrival: 0 }),
  listArrivals: async () => [],
  coverage: async () => COVERAGE,
  listIssues: async () => [{ newspaper: '太原日报', issueDate: '2023-02-12', pages: ['1'], articles: 1 }],
  listArticles: async function* () {
    yield ARTICLE;
  },
  listArticlesOfFile: async function* () {},
  listNewspapers: async () => ['太原日报'],
};

export function answerWith(change: Partial<Answer> = {}): Answer {
  const quote = '阳曲县今年将办好七件民生实事。';
  const { articleId, sourceId, newspaper, issueDate, issueDateSource, page, headline, byline } = ARTICLE;
  const start = ARTICLE.body.indexOf(quote);
  const end = start + quote.length;
  const citation = { articleId, sourceId, newspaper, issueDate, issueDateSource, page, headline, byline };
  return {
    question: '阳曲县今年民生实事有哪些',
    askedOn: '2023-02-12',
    found: true,
    mode: 'extractive',
    answer: `${quote} [1]`,
    sentences: [{ text: quote, citations: [1] }],
    citations: [{ n: 1, ...citation, quote, start, end }],
    understood: { from: null, to: null, places: [], reason: null },
    notes: [],
    timings: { searchMs: 1, answerMs: 1 },
    ...change,
  };
}

const unexpected = (what: string) => (): never => {
  throw new Error(`The test did not expect a call of ${what}`);
};

/** A service that answers and keeps what it was asked. */
export function recordingService(answer = answerWith()) {
  const asked: Question[] = [];
  const ask: AskService['ask'] = async (question) => {
    asked.push(question);
    return answer;
  };
  return { asked, service: { ...shoutingService, ask } };
}

const shoutingAdministration: Administration = {
  inbox: '/not/expected',
  isReadable: unexpected('isReadable'),
  endings: ['.txt'],
  ingest: unexpected('ingest'),
  removeFile: unexpected('removeFile'),
  reload: unexpected('reload'),
  fetch: unexpected('fetch'),
};

export const shoutingService: AskService = {
  ask: unexpected('ask'),
  search: unexpected('search'),
  isAnswerable: async () => false,
};

/** The labels of the newest message's buttons, row by row. */
export function rowsOf(telegram: TelegramServer): string[][] {
  const rows = telegram.shown.at(-1)?.keyboard?.inline_keyboard ?? [];
  return rows.map((row) => row.map(({ text }) => text));
}

/** A log that keeps what was written, as text. */
function createLogRecord(): Log & { text(): string } {
  const lines: string[] = [];
  const write = (level: string) => (facts: object, message: string) => {
    lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    text: () => lines.join('\n'),
  };
}

/** What Telegram sends when the newest button of this label is pressed. */
export function dataOf(telegram: TelegramServer, label: string): string {
  const buttons = telegram.shown.flatMap(({ keyboard }) => keyboard?.inline_keyboard.flat() ?? []);
  const button = buttons.findLast(({ text }) => text === label);
  if (!button || !('callback_data' in button)) throw new Error(`No button says ${label}`);
  return button.callback_data;
}

export type RunningBot = {
  telegram: TelegramServer;
  store: BotStore;
  log: ReturnType<typeof createLogRecord>;
  /** Ends as runBot ends. */
  ended: Promise<void>;
  /** The texts in a chat, once there are as many as expected. */
  textsIn(chatId: number, count?: number): Promise<string[]>;
  /** What SIGTERM does; resolves when the bot has ended. */
  abort(): Promise<void>;
  stop(): Promise<void>;
};

type Options = Partial<Omit<BotDependencies, 'settings' | 'log'>> & {
  settings?: Partial<TelegramSettings>;
  telegram?: TelegramServer;
};

const FAST = {
  pollSeconds: 5,
  conflictWait: 20,
  retryWait: 5,
  retryLimit: 40,
  typingEvery: 30,
  inlineWait: 20,
  followEvery: 20,
  finishWithin: 300,
  sends: {
    overall: { count: 1_000, within: 1 },
    changes: { count: 1_000, within: 1 },
    privateChat: { count: 1_000, within: 1 },
    group: { count: 1_000, within: 1 },
    waiting: 1_000,
  },
};

/** The real bot, polling the stand-in server over HTTP, in its own data folder. */
export async function startBot(options: Options = {}): Promise<RunningBot> {
  const telegram = options.telegram ?? (await TelegramServer.start());
  const folder = mkdtempSync(join(tmpdir(), 'baowen-bot-'));
  const store = openBotStore(folder);
  const log = createLogRecord();
  const { settings, pace, telegram: _given, ...rest } = options;
  const stopper = new AbortController();
  const ended = runBot(
    {
      service: shoutingService,
      archive: ARCHIVE,
      administration: shoutingAdministration,
      store,
      status: async () => ['按词检索：正常'],
      now: () => new Date('2023-02-12T01:00:00Z'),
      ...rest,
      pace: { ...FAST, ...pace },
      log,
      settings: {
        token: TOKEN,
        apiRoot: telegram.apiRoot,
        access: 'allowlist',
        allowedUsers: [READER.id],
        admins: [ADMIN.id],
        questionsPerHour: 20,
        richMessages: 'auto',
        webhook: null,
        ...settings,
      },
    },
    stopper.signal,
  );
  ended.catch(() => {});
  const abort = async () => {
    stopper.abort();
    await ended.catch(() => {});
  };
  return {
    telegram,
    store,
    log,
    ended,
    abort,
    async textsIn(chatId, count = 1) {
      await telegram.until(() => telegram.shownIn(chatId).length >= count, `${count} messages in ${chatId}`);
      return telegram.shownIn(chatId).map((message) => message.text);
    },
    async stop() {
      await abort();
      await telegram.stop();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
