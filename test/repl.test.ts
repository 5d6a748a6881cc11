import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { StoreError } from '../src/domain/errors.js';
import type { Archive, AskService, Ingester } from '../src/domain/ports.js';
import type { Question } from '../src/domain/query.js';
import type { Settings } from '../src/domain/settings.js';
import {
  answer,
  article,
  coverage,
  createFakeWorld,
  runFake,
  searchAnswer,
} from './helpers/fake-surroundings.js';

const BANNER = `报问：输入问题，回车；/help 看说明，/quit 退出。
库里有 9 篇稿件：
  《澄州日报》 2023年2月10日至2023年2月12日，2 期，9 篇
`;

/** A busy machine may take its time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 5_000 });

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'baowen-repl-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const loadSettings = () => ({ dataDir }) as Settings;
const loadArticles: Archive['loadArticles'] = async (ids) => (ids.includes('a1') ? [article] : []);
const plain = { ...answer, understood: { ...answer.understood, reason: null }, notes: [] };

function listening(asked: Question[] = []): Partial<AskService> {
  return {
    ask: async (question, onSentence) => {
      asked.push(question);
      for (const sentence of plain.sentences) onSentence?.(sentence);
      return plain;
    },
    search: async () => searchAnswer,
  };
}

const SHOWN = `今年新建公园两座。 [1]

[1] 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》
`;

describe('piped input', () => {
  const run = (input: string, service = listening(), argv = ['repl']) =>
    runFake(argv, { app: { service, archive: { loadArticles } }, input, loadSettings });

  test('each line is answered in order, without a prompt, and the end is exit code 0', async () => {
    const { code, stdout, stderr, open } = await run('\ufeff今年新建几座公园\r\n\n  管网多长  ');
    expect({ code, stderr, open }).toEqual({ code: 0, stderr: BANNER, open: 0 });
    expect(stdout).toBe(`问：今年新建几座公园\n${SHOWN}\n问：管网多长\n${SHOWN}\n`);
  });

  test('a follow-up brings the last three questions along', async () => {
    const asked: Question[] = [];
    await run('一\n二\n三\n四\n五\n', listening(asked));
    expect(asked.map(({ history }) => history.join(''))).toEqual(['', '一', '一二', '一二三', '二三四']);
  });

  test('the filters and the day of asking hold for the whole conversation', async () => {
    const asked: Question[] = [];
    const options = ['--newspaper', '澄州日报', '--asked-on', '2023-02-01'];
    await run('一\n/asof 2022-05-06\n二\n/asof\n三\n', listening(asked), ['repl', ...options]);
    expect(asked.map(({ askedOn }) => askedOn)).toEqual(['2023-02-01', '2022-05-06', '2023-02-01']);
    expect(asked[2]?.filter).toEqual({ newspaper: '澄州日报' });
  });

  test('sources and their articles can be opened', async () => {
    const { stdout } = await run('公园\n/sources\n/open 1\n／open [1]\n');
    const [, , sources, opened, again] = stdout.split(/^问：.*\n/m);
    expect(sources).toBe(
      '[1] 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》\n    “今年新建公园两座。”\n\n',
    );
    expect(opened).toContain('记者 何青\n\n今年新建公园两座。改造管网五公里。\n');
    expect(again).toBe(opened);
  });

  test('/search lists passages whose articles can be opened', async () => {
    const { stdout, stderr } = await run('/search 公园 绿地\n/open 1\n');
    expect(stdout).toContain(
      '1. 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》\n   今年新建公园两座。\n',
    );
    expect(stdout).toContain('改造管网五公里。');
    expect(stderr).toBe(BANNER);
  });

  test('/help and /status answer, /quit leaves', async () => {
    const { stdout, code } = await run('/help\n/status\n/quit\n不再回答\n');
    expect(code).toBe(0);
    expect(stdout).toContain('/open N');
    expect(stdout).toContain('库里有 9 篇稿件：');
    expect(stdout).not.toContain('不再回答');
  });

  const wrong: [string, string][] = [
    ['/opne 1', '没有命令 /opne，最接近的是 /open，输入 /help 看说明。'],
    ['/天气', '没有命令 /天气，输入 /help 看说明。'],
    ['/', '没有命令 /，输入 /help 看说明。'],
    ['/constructor', '没有命令 /constructor，输入 /help 看说明。'],
    ['/open 1', '还没有可以打开的稿件，请先提问或 /search。'],
    ['/open 一', '还没有可以打开的稿件，请先提问或 /search。'],
    ['/sources', '还没有可看的出处，请先提问。'],
    ['/search', '请在 /search 后面写上要查的词语。'],
    ['/asof 2023-02-30', '/asof 的值“2023-02-30”不是有效的日期，最接近的是 2023-02-28。'],
    ['问'.repeat(100_000), '问题有 100,000 个字，超过了上限 2,000 个字，请缩短后再问。'],
  ];
  test.each(wrong)('%.20s gets a sentence, and the conversation goes on', async (line, sentence) => {
    const { code, stdout, stderr } = await run(`${line}\n公园\n`);
    expect(code).toBe(0);
    expect(stderr).toBe(`${BANNER}${sentence}\n`);
    expect(stdout).toContain(SHOWN);
  });

  test('/open beyond the sources names the range', async () => {
    const { stderr } = await run('公园\n/open 2\n/open 0\n');
    expect(stderr).toBe(`${BANNER}${'请写 /open 加 1 到 1 之间的数，例如 /open 1。\n'.repeat(2)}`);
  });

  test('a failure or a bug in one question does not end the conversation', async () => {
    const service: Partial<AskService> = {
      ask: async (question) => {
        if (question.question === '坏') throw new StoreError('读不出来。');
        if (question.question === '虫') throw new TypeError('bug');
        return plain;
      },
    };
    const { code, stdout, stderr } = await run('坏\n虫\n好\n', service);
    expect(code).toBe(0);
    expect(stderr).toContain('读不出来。\n');
    expect(stderr).toContain('TypeError: bug\n');
    expect(stdout).toContain(SHOWN);
  });

  test('each turn stands alone: after a refusal no source is left to open', async () => {
    const refusal = { ...plain, found: false, answer: '没有找到。', sentences: [], citations: [] };
    const service: Partial<AskService> = {
      ask: async (question) => (question.question === '有' ? plain : refusal),
    };
    const { stdout, stderr } = await run('有\n无\n/sources\n', service);
    expect(stdout).toContain('问：无\n没有找到。\n');
    expect(stderr).toContain('还没有可看的出处，请先提问。');
  });
});

describe('at a terminal', () => {
  function openTerminal(service: Partial<AskService>, signal = new AbortController().signal) {
    const input = new PassThrough();
    const app = { service, archive: { loadArticles } };
    const world = createFakeWorld({
      app,
      input,
      terminal: true,
      loadSettings,
      signal,
      env: { NO_COLOR: '1' },
    });
    const finished = runCli(['repl'], world.surroundings);
    const prompts = () => world.stdout().split('问> ').length - 1;
    return { ...world, finished, prompts, type: (text: string) => input.write(text) };
  }

  test('a question is asked at a prompt, Ctrl-D leaves', async () => {
    const { type, finished, stdout, prompts } = openTerminal(listening());
    await eventually(prompts).toBe(1);
    type('公园\r');
    await eventually(stdout).toContain(SHOWN);
    expect(stdout()).toContain('正在查找……\r\x1b[2K');
    type('\x04');
    expect(await finished).toBe(0);
  });

  test('Ctrl-C stops the running question; twice with none running it leaves', async () => {
    let aborted = false;
    const service: Partial<AskService> = {
      ask: (_, __, signal) => {
        signal?.addEventListener('abort', () => {
          aborted = true;
        });
        return new Promise<never>(() => {});
      },
    };
    const { type, finished, stdout, stderr, prompts } = openTerminal(service);
    await eventually(prompts).toBe(1);
    type('公园\r');
    await eventually(stdout).toContain('正在查找');
    type('\x03');
    await eventually(stderr).toContain('已停止这个问题。');
    expect(aborted).toBe(true);
    type('半句\x03');
    await eventually(stderr).toContain('再按一次 Ctrl-C 退出，或接着提问。');
    type('\x03');
    expect(await finished).toBe(0);
  });

  test('a question after the first Ctrl-C takes it back', async () => {
    const { type, finished, stdout, stderr, prompts } = openTerminal(listening());
    await eventually(prompts).toBe(1);
    type('\x03');
    await eventually(stderr).toContain('再按一次');
    type('公园\r');
    await eventually(stdout).toContain(SHOWN);
    type('\x03');
    await eventually(() => stderr().split('再按一次').length).toBe(3);
    type('/quit\r');
    expect(await finished).toBe(0);
  });

  test('what is typed while an answer is made is asked next', async () => {
    const asked: Question[] = [];
    const { type, finished, prompts } = openTerminal(listening(asked));
    await eventually(prompts).toBe(1);
    type('一\r二\r/quit\r');
    expect(await finished).toBe(0);
    expect(asked.map(({ question }) => question)).toEqual(['一', '二']);
  });

  test('the process being told to stop ends it, also in the middle of a question', async () => {
    const controller = new AbortController();
    const service: Partial<AskService> = { ask: () => new Promise<never>(() => {}) };
    const { type, finished, stdout, prompts } = openTerminal(service, controller.signal);
    await eventually(prompts).toBe(1);
    type('公园\r');
    await eventually(stdout).toContain('正在查找');
    controller.abort();
    expect(await finished).toBe(0);
  });

  const historyFile = () => join(dataDir, 'repl-history');

  test('questions are kept for the next run', async () => {
    const first = openTerminal(listening());
    await eventually(first.prompts).toBe(1);
    first.type('公园有几座\r/quit\r');
    await first.finished;
    expect(readFileSync(historyFile(), 'utf8')).toBe('公园有几座\n/quit\n');

    const asked: Question[] = [];
    const second = openTerminal(listening(asked));
    await eventually(second.prompts).toBe(1);
    second.type('\x1b[A\x1b[A\r');
    await eventually(() => asked.map(({ question }) => question)).toEqual(['公园有几座']);
    second.type('\x04');
    await second.finished;
  });

  test('the history is bounded', async () => {
    writeFileSync(historyFile(), Array.from({ length: 600 }, (_, index) => `问题${index}\n`).join(''));
    const { type, finished, prompts } = openTerminal(listening());
    await eventually(prompts).toBe(1);
    type('/quit\r');
    await finished;
    const lines = readFileSync(historyFile(), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(500);
    expect(lines.at(-1)).toBe('/quit');
  });

  test('a history that cannot be written is no reason to stop', async () => {
    mkdirSync(historyFile());
    const { type, finished, stdout, prompts, stderr } = openTerminal(listening());
    await eventually(prompts).toBe(1);
    type('公园\r/quit\r');
    expect(await finished).toBe(0);
    expect(stdout()).toContain(SHOWN);
    expect(stderr()).toBe(BANNER);
  });
});

describe('start', () => {
  const app = (articles: number) => ({
    service: listening(),
    archive: { coverage: async () => ({ ...coverage, articles }) },
  });
  const report = {
    files: [{ path: 'a.txt', status: 'new' as const, articles: 9, reasons: [] }],
    articles: { added: 9, unchanged: 0, removed: 0 },
    chunks: 20,
    vectors: { added: 20, missing: 0 },
    notices: [],
    seconds: 2,
  };

  test('takes the sample in where there is no article yet, and keeps standard output for the answers', async () => {
    const paths: (readonly string[])[] = [];
    const createIngester = (): Ingester => async (options) => {
      paths.push(options.paths);
      return report;
    };
    const { code, stdout, stderr, open } = await runFake(['start'], {
      app: app(0),
      createIngester,
      input: '公园\n',
      loadSettings,
    });
    expect({ code, open, paths }).toEqual({ code: 0, open: 0, paths: [['sample/pages']] });
    expect(stdout).toBe(`问：公园\n${SHOWN}\n`);
    expect(stderr).toContain('数据文件夹里还没有稿件，先把自带的样例入库。\n文件：新增 1\n');
  });

  test('leaves an archive with articles alone', async () => {
    const { code, stdout } = await runFake(['start'], { app: app(9), input: '公园\n', loadSettings });
    expect(code).toBe(0);
    expect(stdout).toBe(`问：公园\n${SHOWN}\n`);
    expect(existsSync(join(dataDir, 'repl-history'))).toBe(false);
  });
});
