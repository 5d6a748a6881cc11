import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ConfigError, StoreError, TelegramError } from '../src/domain/errors.js';
import type { ArchiveWriter, Check, Ingester, IngestReport } from '../src/domain/ports.js';
import type { Question } from '../src/domain/query.js';
import type { Settings } from '../src/domain/settings.js';
import { answer, article, coverage, runFake, searchAnswer, shouting } from './helpers/fake-surroundings.js';

const silent = { code: 0, stderr: '', open: 0 };
const answering = { app: { service: { ask: async () => answer, search: async () => searchAnswer } } };

describe('a wrong command line gets one sentence and exit code 2, before anything is opened', () => {
  const cases: [string[], string][] = [
    [['aks', '问题'], '没有子命令“aks”，最接近的是 ask。用法见 baowen --help。'],
    [
      ['天气预报'],
      '没有子命令“天气预报”，可用的有：start、ingest、ask、search、repl、bot、list、show、remove、doctor。用法见 baowen --help。',
    ],
    [
      ['list', '--newpaper', 'x'],
      'list 没有选项 --newpaper，最接近的是 --newspaper。用法见 baowen list --help。',
    ],
    [['--dta', 'x'], '没有选项 --dta，最接近的是 --data。用法见 baowen --help。'],
    [['show', 'a', '-x'], 'show 没有选项 -x，可用的有：--json、--data、--help。用法见 baowen show --help。'],
    [['list', '--limit', '5'], 'list 没有选项 --limit，可用的有：'],
    [['ask'], 'ask 缺少问题，请写在后面并加引号，或用 --batch 给出文件。用法见 baowen ask --help。'],
    [['search', '--json'], 'search 缺少要查的词语，请写在后面并加引号，或用 --batch 给出文件。'],
    [['ask', '  '], '问题是空的，请写上要问的内容。'],
    [['ask', '问'.repeat(100_000)], '问题有 100,000 个字，超过了上限 2,000 个字，请缩短后再问。'],
    [['ask', '问题', '--batch', '-'], 'ask 的问题和 --batch 只能用一样，请去掉一样。'],
    [['ask', '问题', '--from'], '选项 --from 后面缺少值。'],
    [['ask', '问题', '--from', '--json'], '选项 --from 后面缺少值。'],
    [['ask', '问题', '--json=1'], '选项 --json 不带值，却写了“1”，请去掉。'],
    [['ask', '问题', '--newspaper', ' '], '选项 --newspaper 的值是空的，请写上内容，或者去掉这个选项。'],
    [
      ['ask', '问题', '--asked-on', '2023-02-30'],
      '--asked-on 的值“2023-02-30”不是有效的日期，最接近的是 2023-02-28。',
    ],
    [['list', '--from', '2023/2/30'], '--from 的值“2023/2/30”不是有效的日期，最接近的是 2023-02-28。'],
    [['list', '--to', '2023年13月1日'], '--to 的值“2023年13月1日”不是有效的日期，最接近的是 2023-12-01。'],
    [['repl', '--to', '昨天'], '--to 的值“昨天”不是日期，请写成 YYYY-MM-DD，例如 2023-02-10。'],
    [
      ['ask', '问题', '--from', '2024-01-01', '--to', '2023-01-01'],
      '起始日期 2024-01-01 晚于截止日期 2023-01-01，这样什么也查不到，请对调或修改。',
    ],
    [['search', '公园', '--limit', '0'], '--limit 的值“0”不在 1 到 1000 的整数之内，最接近的是 1。'],
    [['search', '公园', '--limit', '-3'], '--limit 的值“-3”不在 1 到 1000 的整数之内，最接近的是 1。'],
    [['search', '公园', '--limit', '2.6'], '--limit 的值“2.6”不在 1 到 1000 的整数之内，最接近的是 3。'],
    [['search', '公园', '--limit', '1e9'], '--limit 的值“1e9”不在 1 到 1000 的整数之内，最接近的是 1000。'],
    [['search', '公园', '--limit', '十'], '--limit 的值“十”不是整数，请写 1 到 1000 之间的整数，例如 10。'],
    [['ingest'], 'ingest 缺少路径，请写上要入库的文件或文件夹。用法见 baowen ingest --help。'],
    [
      ['ingest', 'x', '--date', '2023-02-30'],
      '--date 的值“2023-02-30”不是有效的日期，最接近的是 2023-02-28。',
    ],
    [['show'], 'show 缺少稿件编号，编号可用 baowen list 查到。用法见 baowen show --help。'],
    [['remove'], 'remove 要有一样且只有一样：稿件编号、--file 路径，或者 --newspaper 报名加 --date 日期。'],
    [['remove', 'a1', '--file', 'x.txt'], 'remove 要有一样且只有一样：'],
    [['remove', '--newspaper', '澄州日报'], 'remove 要有一样且只有一样：'],
    [['list', '多余'], 'list 不要参数，却写了“多余”，请去掉。用法见 baowen list --help。'],
    [['bot', 'approve'], 'bot 后面只能是 approve 配对码，例如 baowen bot approve ABCD2345。'],
    [['bot', 'start'], 'bot 后面只能是 approve 配对码，例如 baowen bot approve ABCD2345。'],
  ];
  test.each(cases)('%j', async (argv, sentence) => {
    const { code, stdout, stderr } = await runFake(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.split('\n')).toHaveLength(2);
  });
});

describe('ask', () => {
  test('prints the sentences, then the numbered sources, then how the question was understood', async () => {
    const ran = await runFake(['ask', '今年新建几座公园'], answering);
    expect(ran).toEqual({
      ...silent,
      stdout: `今年新建公园两座。 [1]

[1] 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》

理解：今年 → 2023
注：没有语言模型，回答是原文摘录。
`,
    });
  });

  test('--json is one line with the keys in the order of the contract', async () => {
    const { stdout, code } = await runFake(['ask', '今年新建几座公园', '--json'], answering);
    expect(code).toBe(0);
    expect(stdout).toBe(`${JSON.stringify(answer)}\n`);
  });

  test('hands the question over with today in China, the filters and unquoted words joined', async () => {
    const asked: Question[] = [];
    const app = {
      service: {
        ask: async (question: Question) => {
          asked.push(question);
          return answer;
        },
      },
    };
    const now = () => new Date('2023-02-12T17:00:00Z');
    const filters = [
      '--newspaper',
      '澄州日报',
      '--from',
      '2023-01-01',
      '--to',
      '2023-12-31',
      '--place',
      '安溪县',
    ];
    await runFake(['ask', '民生', '实事', ...filters], { app, now });
    await runFake(['ask', '民生实事', '--asked-on', '2022-01-01'], { app, now });
    expect(asked).toEqual([
      {
        question: '民生 实事',
        askedOn: '2023-02-13',
        filter: { newspaper: '澄州日报', from: '2023-01-01', to: '2023-12-31', place: '安溪县' },
        history: [],
      },
      { question: '民生实事', askedOn: '2022-01-01', filter: {}, history: [] },
    ]);
  });

  test('a refusal is exit code 0, and what is reduced is said on standard error', async () => {
    const refusal = {
      ...answer,
      found: false,
      answer: '没有找到。',
      sentences: [],
      citations: [],
      notes: [],
    };
    const app = { service: { ask: async () => refusal }, notices: ['只按字词检索。'] };
    const ran = await runFake(['ask', '火星'], { app });
    expect(ran).toEqual({
      ...silent,
      stdout: '没有找到。\n\n理解：今年 → 2023\n',
      stderr: '只按字词检索。\n',
    });
  });

  test('text of an article cannot steer the terminal', async () => {
    const sentences = [{ text: '标题\u001b[2J\u001b]0;坏\u0007完\u202e', citations: [1] }];
    const app = { service: { ask: async () => ({ ...answer, sentences }) } };
    const { stdout } = await runFake(['ask', '问题'], { app });
    expect(stdout.split('\n')[0]).toBe('标题�[2J�]0;坏�完� [1]');
  });

  test('colours stand on a terminal alone, and not where NO_COLOR is set', async () => {
    const coloured = await runFake(['ask', '问题'], { ...answering, terminal: true });
    const plain = await runFake(['ask', '问题'], { ...answering, terminal: true, env: { NO_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[36m[1]\u001b[39m');
    expect(plain.stdout).not.toContain('\u001b');
  });

  test('sentences show as they come; an answer that turned out otherwise is shown whole', async () => {
    const first = { text: '先说的一句。', citations: [1] };
    const app = {
      service: {
        ask: async (_: Question, onSentence?: (sentence: typeof first) => void) => {
          onSentence?.(first);
          return answer;
        },
      },
    };
    const { stdout } = await runFake(['ask', '问题'], { app });
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '先说的一句。 [1]',
      '（改用下面的完整回答）',
      '今年新建公园两座。 [1]',
    ]);
  });

  test('--data reaches the settings, before or behind the subcommand', async () => {
    const folders: (string | undefined)[] = [];
    const loadSettings = (dataDir: string | undefined) => {
      folders.push(dataDir);
      return {} as Settings;
    };
    await runFake(['--data', 'elsewhere', 'ask', '问题'], { ...answering, loadSettings });
    await runFake(['ask', '问题', '--data=here'], { ...answering, loadSettings });
    await runFake(['ask', '问题'], { ...answering, loadSettings });
    expect(folders).toEqual(['elsewhere', 'here', undefined]);
  });
});

describe('failures', () => {
  test('an expected one is its own sentence, and the program is closed', async () => {
    const ask = async () => {
      throw new StoreError('数据文件夹坏了。');
    };
    const ran = await runFake(['ask', '问题'], { app: { service: { ask } } });
    expect(ran).toEqual({ code: 1, stdout: '', stderr: '数据文件夹坏了。\n', open: 0 });
  });

  test('a wrong setting is said', async () => {
    const loadSettings = () => {
      throw new ConfigError('设置 EMBEDDINGS 不对。');
    };
    expect(await runFake(['list'], { loadSettings })).toMatchObject({
      code: 1,
      stderr: '设置 EMBEDDINGS 不对。\n',
    });
  });

  test('a bug shows its stack', async () => {
    const ran = await runFake(['ask', '问题'], { app: {} });
    expect(ran).toMatchObject({ code: 1, stdout: '', open: 0 });
    expect(ran.stderr).toMatch(/^内部错误[^\n]+\nError: service\.ask was not expected to be called\n +at /);
  });

  test('an interrupt ends a question that does not listen', async () => {
    const controller = new AbortController();
    const ask = () => {
      controller.abort();
      return new Promise<never>(() => {});
    };
    const ran = await runFake(['ask', '问题'], { app: { service: { ask } }, signal: controller.signal });
    expect(ran).toEqual({ code: 130, stdout: '', stderr: '已停止。\n', open: 0 });
  });

  test('nobody reading standard output ends the program quietly', async () => {
    let listed = 0;
    async function* listArticles() {
      for (; listed < 1000; listed++) yield article;
    }
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(brokenPipe()) });
    const ran = await runFake(['list'], { app: { archive: { listArticles } }, stdout });
    expect(ran).toEqual({ ...silent, stdout: '' });
    expect(listed).toBe(0);
  });

  test('a full disk behind standard output is said', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(full) });
    const ran = await runFake(['ask', '问题'], { ...answering, stdout });
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stderr).toContain('结果写不出去：ENOSPC: no space left on device。');
  });
});

describe('search', () => {
  test('prints rank, source and passage', async () => {
    expect(await runFake(['search', '公园'], answering)).toEqual({
      ...silent,
      stdout: '1. 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》\n   今年新建公园两座。\n',
    });
  });

  test('--json is one line with the keys in the order of the contract', async () => {
    const { stdout } = await runFake(['search', '公园', '--json'], answering);
    expect(stdout).toBe(
      '{"query":"公园","hits":[{"rank":1,"score":0.5,"articleId":"a1","sourceId":null,"chunkId":7,' +
        '"newspaper":"澄州日报","issueDate":"2023-02-10","page":"3","headline":"安溪县公布民生实事",' +
        '"text":"今年新建公园两座。","start":0,"end":9}],' +
        '"understood":{"from":null,"to":null,"places":[],"reason":null},"notes":[]}\n',
    );
  });

  test('asks for ten passages unless told otherwise', async () => {
    const limits: number[] = [];
    const search = async (_: Question, limit: number) => {
      limits.push(limit);
      return searchAnswer;
    };
    await runFake(['search', '公园'], { app: { service: { search } } });
    await runFake(['search', '公园', '--limit', '3'], { app: { service: { search } } });
    expect(limits).toEqual([10, 3]);
  });
});

describe('list and show', () => {
  const second = { ...article, articleId: 'b2', newspaper: null, issueDate: null, headline: null };
  async function* listArticles() {
    yield* [article, second];
  }
  const loadArticles = async (ids: readonly string[]) =>
    [article, second].filter((one) => ids.includes(one.articleId));
  const app = { archive: { listArticles, loadArticles } };

  test('list prints a line for each article', async () => {
    expect(await runFake(['list'], { app })).toEqual({
      ...silent,
      stdout:
        'a1  《澄州日报》2023年2月10日第3版《安溪县公布民生实事》\n' +
        'b2  报纸不详，日期不详第3版（无标题）\n',
    });
  });

  test('list --json prints every article whole, the keys in the order of the contract', async () => {
    const { stdout } = await runFake(['list', '--json'], { app });
    expect(stdout).toBe(`${JSON.stringify(article)}\n${JSON.stringify(second)}\n`);
  });

  test('a list of nothing says so, and an empty archive says what to do', async () => {
    const nothing = { listArticles: async function* () {} };
    const none = { ...coverage, articles: 0 };
    expect(await runFake(['list'], { app: { archive: nothing } })).toEqual({
      ...silent,
      stdout: '',
      stderr: '没有符合条件的稿件。\n',
    });
    expect(await runFake(['list'], { app: { archive: { ...nothing, coverage: async () => none } } })).toEqual(
      {
        ...silent,
        stdout: '',
        stderr: '数据文件夹里还没有稿件，请先用 baowen ingest 把报纸入库。\n',
      },
    );
  });

  test('show prints the whole article, and says which id is unknown', async () => {
    expect(await runFake(['show', 'a1', 'zz'], { app })).toEqual({
      code: 1,
      open: 0,
      stdout: `《澄州日报》2023年2月10日第3版《安溪县公布民生实事》  编号 a1
七件实事
安溪县公布民生实事

记者 何青

今年新建公园两座。改造管网五公里。
`,
      stderr: '库里没有编号是“zz”的稿件，编号可用 baowen list 查到。\n',
    });
  });

  test('show --json prints the same records as list', async () => {
    const { stdout, code } = await runFake(['show', 'b2', '--json'], { app });
    expect({ stdout, code }).toEqual({ stdout: `${JSON.stringify(second)}\n`, code: 0 });
  });
});

describe('remove', () => {
  const removing = (given: Partial<ArchiveWriter>) => {
    const calls: string[] = [];
    const openWriter = async () =>
      shouting<ArchiveWriter>('writer', {
        saveVectorIndex: async () => void calls.push('saved'),
        close: async () => void calls.push('closed'),
        ...given,
      });
    return { calls, openWriter };
  };

  test('takes articles out, says which were not there, and closes the archive', async () => {
    const { calls, openWriter } = removing({ removeArticle: async (id) => (id === 'a1' ? 1 : 0) });
    expect(await runFake(['remove', 'a1', 'zz', 'a1'], { openWriter })).toEqual({
      ...silent,
      stdout: '已移除稿件 a1。\n库里没有编号是“zz”的稿件，编号可用 baowen list 查到。\n',
    });
    expect(calls).toEqual(['saved', 'closed']);
  });

  test('takes an issue out', async () => {
    const issues: object[] = [];
    const { openWriter } = removing({
      removeIssue: async (issue) => {
        issues.push(issue);
        return 9;
      },
    });
    const argv = ['remove', '--newspaper', '澄州日报', '--date', '2023-02-10'];
    expect(await runFake(argv, { openWriter })).toEqual({
      ...silent,
      stdout: '已移除 9 篇稿件：《澄州日报》2023-02-10。\n',
    });
    expect(issues).toEqual([{ newspaper: '澄州日报', date: '2023-02-10' }]);
  });

  test('nothing to remove is said and is no failure', async () => {
    const { calls, openWriter } = removing({ removeFile: async () => 0 });
    expect(await runFake(['remove', '--file', 'x.txt'], { openWriter })).toEqual({
      ...silent,
      stdout: '没有可移除的稿件：x.txt。\n',
    });
    expect(calls).toEqual(['closed']);
  });
});

describe('ingest', () => {
  const report: IngestReport = {
    files: [
      { path: 'a.txt', status: 'new', articles: 5, reasons: [] },
      { path: 'b.txt', status: 'unchanged', articles: 4, reasons: [] },
    ],
    articles: { added: 5, unchanged: 4, removed: 0 },
    chunks: 12,
    vectors: { added: 12, missing: 0 },
    notices: [],
    seconds: 1.26,
  };
  const ingesting = (made: IngestReport, calls: unknown[] = []) => ({
    createIngester:
      (): Ingester =>
      async (options, { onExplain, onProgress }) => {
        calls.push(options);
        onProgress?.({ stage: 'files', done: 1, total: 2, articles: 5, chunks: 12 });
        onExplain?.('■ a.txt');
        return made;
      },
  });

  test('prints the totals', async () => {
    const calls: unknown[] = [];
    const argv = [
      'ingest',
      'a.txt',
      'b.txt',
      '--newspaper',
      '澄州日报',
      '--date',
      '2023-02-10',
      '--page',
      '3',
    ];
    expect(await runFake(argv, ingesting(report, calls))).toEqual({
      ...silent,
      stdout: `■ a.txt
文件：新增 1，未变 1
稿件：新增 5，移除 0，未变 4
片段：写入 12；向量：写入 12
用时 1.3 秒。
`,
    });
    const given = { newspaper: '澄州日报', date: '2023-02-10', page: '3' };
    const flags = { dryRun: false, reembed: false, explain: false };
    expect(calls).toEqual([{ paths: ['a.txt', 'b.txt'], ...given, ...flags }]);
  });

  test('says why a file failed and exits with 1', async () => {
    const failed = {
      path: 'c.txt',
      status: 'failed' as const,
      articles: 0,
      reasons: ['“c.txt”是空文件。', '原因不详。'],
    };
    const notices = ['只按字词检索。'];
    const ran = await runFake(
      ['ingest', '.'],
      ingesting({ ...report, files: [...report.files, failed], notices }),
    );
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe('“c.txt”是空文件。\n“c.txt”：原因不详。\n只按字词检索。\n');
    expect(ran.stdout).toContain('文件：新增 1，未变 1，失败 1');
  });

  test('a second run says that nothing changed', async () => {
    const files = [{ path: 'b.txt', status: 'unchanged' as const, articles: 4, reasons: [] }];
    const none = { added: 0, unchanged: 4, removed: 0 };
    const again = { ...report, files, articles: none, chunks: 0, vectors: { added: 0, missing: 0 } };
    const { stdout, code } = await runFake(['ingest', 'b.txt'], ingesting(again));
    expect({ stdout, code }).toEqual({
      stdout: '■ a.txt\n没有变化：1 个文件都已经在库里。\n用时 1.3 秒。\n',
      code: 0,
    });
  });

  test('--json is the report on one line, explanations go to standard error', async () => {
    const ran = await runFake(['ingest', 'a.txt', '--json', '--explain'], ingesting(report));
    expect(ran).toEqual({ ...silent, stdout: `${JSON.stringify(report)}\n`, stderr: '■ a.txt\n' });
  });

  test('where there is nothing to take in it says where it looked', async () => {
    const ran = await runFake(['ingest', '空'], ingesting({ ...report, files: [] }));
    expect(ran).toMatchObject({ code: 1, stdout: '■ a.txt\n' });
    expect(ran.stderr).toContain('没有找到可以入库的文件：空。');
  });
});

describe('doctor', () => {
  const ok: Check = { name: '数据', state: 'ok', message: '9 篇稿件', mend: null };
  const broken: Check = { name: '令牌', state: 'broken', message: '被拒绝', mend: '请换一个令牌。' };

  test('prints a line for each check, with exit code 1 when something is broken', async () => {
    expect(await runFake(['doctor'], { runChecks: async () => [ok, broken] })).toEqual({
      code: 1,
      open: 0,
      stderr: '',
      stdout: '正常  数据：9 篇稿件\n故障  令牌：被拒绝 → 请换一个令牌。\n',
    });
  });

  test('--json says the same', async () => {
    const { stdout, code } = await runFake(['doctor', '--json'], { runChecks: async () => [ok] });
    expect({ stdout, code }).toEqual({ code: 0, stdout: `${JSON.stringify({ ok: true, checks: [ok] })}\n` });
  });
});

describe('bot', () => {
  test('runs until it ends', async () => {
    let ran = 0;
    const runBot = async () => {
      ran += 1;
    };
    expect(await runFake(['bot'], { runBot })).toEqual({ ...silent, stdout: '' });
    expect(ran).toBe(1);
  });

  test('a refused token ends it with a sentence', async () => {
    const runBot = async () => {
      throw new TelegramError('令牌被拒绝。');
    };
    expect(await runFake(['bot'], { runBot })).toMatchObject({ code: 1, stderr: '令牌被拒绝。\n' });
  });

  test('approve says who was let in, or why nobody was', async () => {
    const approve = async (_: Settings, code: string) => ({
      approved: code === 'GOOD2345',
      sentence: `${code}。`,
    });
    expect(await runFake(['bot', 'approve', 'GOOD2345'], { approve })).toEqual({
      ...silent,
      stdout: 'GOOD2345。\n',
    });
    expect(await runFake(['bot', 'approve', 'BAD'], { approve })).toMatchObject({
      code: 1,
      stderr: 'BAD。\n',
    });
  });
});

function brokenPipe(): Error {
  return Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
}
