import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../../src/cli/run-cli.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import type { Answer, Citation, SearchAnswer } from '../../src/domain/answer.js';
import type { Article } from '../../src/domain/article.js';
import type { OpenedApp } from '../../src/domain/opened-app.js';
import type { Archive, AskService, Coverage } from '../../src/domain/ports.js';
import type { Settings } from '../../src/domain/settings.js';

/** An object whose every method shouts unless it is given. */
export function shouting<T extends object>(name: string, given: Partial<T> = {}): T {
  return new Proxy(given as T, {
    get: (target, key) => {
      if (Reflect.has(target, key)) return Reflect.get(target, key);
      if (typeof key === 'symbol' || key === 'then') return undefined;
      return () => {
        throw new Error(`${name}.${key} was not expected to be called`);
      };
    },
  });
}

export type FakeApp = { archive?: Partial<Archive>; service?: Partial<AskService>; notices?: string[] };

export type FakeWorld = {
  surroundings: Surroundings;
  stdout: () => string;
  stderr: () => string;
  /** How many apps were opened and not closed. */
  open: () => number;
};

/** Streams in memory and functions that shout; `given` replaces what a test expects to be called. */
export function createFakeWorld(
  given: Partial<Surroundings> & { input?: string | Readable; app?: FakeApp; terminal?: boolean } = {},
): FakeWorld {
  const { input = '', app, terminal = false, ...surroundings } = given;
  const stdout = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80 });
  const stderr = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80 });
  const stdin = typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input;
  let open = 0;
  const written = { stdout: '', stderr: '' };
  stdout.on('data', (data) => {
    written.stdout += data;
  });
  stderr.on('data', (data) => {
    written.stderr += data;
  });
  const openApp = async () => {
    open += 1;
    return createFakeApp(app, () => {
      open -= 1;
    });
  };
  return {
    surroundings: shouting<Surroundings>('surroundings', {
      stdin: Object.assign(stdin, { isTTY: terminal }),
      stdout,
      stderr,
      env: {},
      now: () => new Date('2023-02-12T02:00:00Z'),
      signal: new AbortController().signal,
      giveWay: () => {},
      samplePaths: ['sample/pages'],
      sampleQuestions: 'sample/questions.json',
      loadSettings: (dataDir) => ({ dataDir: dataDir ?? 'data', telegram: null }) as Settings,
      ...(app ? { openApp } : {}),
      ...surroundings,
    }),
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    open: () => open,
  };
}

function createFakeApp(app: FakeApp | undefined, onClose: () => void): OpenedApp {
  return {
    archive: shouting<Archive>('archive', { coverage: async () => coverage, ...app?.archive }),
    service: shouting<AskService>('service', app?.service),
    notices: app?.notices ?? [],
    close: async () => onClose(),
  };
}

/** Runs one command line in a fake world. */
export async function runFake(argv: string[], given: Parameters<typeof createFakeWorld>[0] = {}) {
  const world = createFakeWorld(given);
  const code = await runCli(argv, world.surroundings);
  return { code, stdout: world.stdout(), stderr: world.stderr(), open: world.open() };
}

/** A run that went well and said nothing; `stdout` is what a test adds. */
export const ended = { code: 0, stderr: '', open: 0 };

export const coverage: Coverage = {
  newspapers: [
    { newspaper: '澄州日报', from: '2023-02-10', to: '2023-02-12', issues: 2, articles: 9, undated: 0 },
  ],
  articles: 9,
  chunks: 20,
  vectors: 20,
};

export const article: Article = {
  articleId: 'a1',
  sourceId: null,
  sourceFile: '澄州日报/2023-02-10/03版.txt',
  newspaper: '澄州日报',
  issueDate: '2023-02-10',
  issueDateSource: 'file',
  issueDateEvidence: null,
  page: '3',
  column: null,
  kicker: '七件实事',
  headline: '安溪县公布民生实事',
  subheadline: null,
  dateline: null,
  byline: '记者 何青',
  contributors: [{ name: '何青', role: 'reporter' }],
  kind: 'news',
  truncated: null,
  body: '今年新建公园两座。改造管网五公里。',
};

export const citation: Citation = {
  n: 1,
  articleId: 'a1',
  sourceId: null,
  newspaper: '澄州日报',
  issueDate: '2023-02-10',
  issueDateSource: 'file',
  page: '3',
  headline: '安溪县公布民生实事',
  byline: '记者 何青',
  quote: '今年新建公园两座。',
  start: 0,
  end: 9,
};

export const answer: Answer = {
  question: '今年新建几座公园',
  askedOn: '2023-02-12',
  found: true,
  mode: 'extractive',
  answer: '今年新建公园两座。 [1]',
  sentences: [{ text: '今年新建公园两座。', citations: [1] }],
  citations: [citation],
  understood: { from: '2023-01-01', to: '2023-12-31', places: [], reason: '今年 → 2023' },
  notes: ['没有语言模型，回答是原文摘录。'],
  timings: { searchMs: 3.1, answerMs: 5.2 },
};

export const searchAnswer: SearchAnswer = {
  query: '公园',
  hits: [
    {
      ...{ rank: 1, score: 0.5, chunkId: 7, article, text: '今年新建公园两座。', start: 0, end: 9 },
      ...{ parts: [{ feature: 'words', value: 1, points: 0.5 }], places: [], reprintOf: null },
    },
  ],
  understood: { from: null, to: null, places: [], reason: null },
  notes: [],
};
