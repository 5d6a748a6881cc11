import { describe, expect, test } from 'vitest';
import type { ArchiveWriter } from '../src/domain/ports.js';
import type { RemovalPlan } from '../src/domain/removal.js';
import { article, coverage, ended, runFake, shouting } from './helpers/fake-surroundings.js';

describe('list and show', () => {
  const second = { ...article, articleId: 'b2', newspaper: null, issueDate: null, headline: null };
  /** The contract has no key for what the date rests on. */
  const print = (one: object) => JSON.stringify({ ...one, issueDateEvidence: undefined });
  async function* listArticles() {
    yield* [article, second];
  }
  const loadArticles = async (ids: readonly string[]) =>
    [article, second].filter((one) => ids.includes(one.articleId));
  const app = { archive: { listArticles, loadArticles } };

  test('list prints a line for each article', async () => {
    expect(await runFake(['list'], { app })).toEqual({
      ...ended,
      stdout:
        'a1  《澄州日报》2023年2月10日第3版《安溪县公布民生实事》\n' +
        'b2  报纸不详，日期不详第3版（无标题）\n',
    });
  });

  test('list --json prints every article whole, the keys in the order of the contract', async () => {
    const { stdout } = await runFake(['list', '--json'], { app });
    expect(stdout).toBe(`${print(article)}\n${print(second)}\n`);
  });

  test('a list of nothing says so, and an empty archive says what to do', async () => {
    const nothing = { listArticles: async function* () {} };
    const none = { ...coverage, articles: 0 };
    expect(await runFake(['list'], { app: { archive: nothing } })).toEqual({
      ...ended,
      stdout: '',
      stderr: '没有符合条件的稿件。\n',
    });
    expect(await runFake(['list'], { app: { archive: { ...nothing, coverage: async () => none } } })).toEqual(
      {
        ...ended,
        stdout: '',
        stderr: '档案里还没有稿件，请先用 baowen ingest 把报纸入库。\n',
      },
    );
  });

  test('show prints the whole article, and says which id is unknown', async () => {
    expect(await runFake(['show', 'a1', 'zz'], { app })).toEqual({
      code: 0,
      open: 0,
      stdout: `《澄州日报》2023年2月10日第3版《安溪县公布民生实事》  编号 a1
七件实事
安溪县公布民生实事

记者 何青

今年新建公园两座。改造管网五公里。
`,
      stderr: '档案里没有编号是“zz”的稿件，编号可用 baowen list 查到。\n',
    });
  });

  test('show --json prints the same records as list', async () => {
    const { stdout, code } = await runFake(['show', 'b2', '--json'], { app });
    expect({ stdout, code }).toEqual({ stdout: `${print(second)}\n`, code: 0 });
  });
});

describe('remove', () => {
  const removing = (plan: Partial<RemovalPlan>, given: Partial<ArchiveWriter> = {}) => {
    const calls: string[] = [];
    const called = (what: string) => async () => {
      calls.push(what);
      return 1;
    };
    const openWriter = async () =>
      shouting<ArchiveWriter>('writer', {
        saveVectorIndex: async () => void calls.push('saved'),
        close: async () => void calls.push('closed'),
        ...given,
      });
    const archive = {
      planRemoval: async () => ({ files: [], going: [], staying: [], shared: [], ...plan }),
      loadArticles: async (ids: readonly string[]) => ids.map((articleId) => ({ ...article, articleId })),
    };
    return { calls, called, world: { openWriter, app: { archive } } };
  };

  test('takes articles out, says which were not there, and closes the archive', async () => {
    const removed: string[] = [];
    const { calls, world } = removing(
      { going: ['a1'], shared: [{ articleId: 'a1', files: ['/x.jsonl', '/y.jsonl'] }] },
      { removeArticle: async (id) => removed.push(id) },
    );
    expect(await runFake(['remove', 'a1', 'zz', 'a1'], world)).toEqual({
      ...ended,
      stdout:
        '已移除 1 篇稿件：a1。\n稿件 a1 同时在 2 个文件里，一并移除：/x.jsonl、/y.jsonl。\n' +
        '档案里没有编号是“zz”的稿件，编号可用 baowen list 查到。\n',
    });
    expect(removed).toEqual(['a1']);
    expect(calls).toEqual(['saved', 'closed']);
  });

  test('takes an issue out', async () => {
    const issues: object[] = [];
    const removeIssue = async (issue: object) => issues.push(issue);
    const { world } = removing({ going: ['a1', 'b2'] }, { removeIssue });
    const argv = ['remove', '--newspaper', '澄州日报', '--date', '2023-02-10'];
    expect(await runFake(argv, world)).toEqual({
      ...ended,
      stdout: '已移除 2 篇稿件：《澄州日报》2023-02-10。\n',
    });
    expect(issues).toMatchObject([{ newspaper: '澄州日报', date: '2023-02-10' }]);
  });

  test('takes a file out, says what stays because other files hold it too, and --json the same', async () => {
    const { called, world } = removing({ files: ['/x.jsonl'], going: ['a1'], staying: ['b2'] });
    const openWriter = async () => ({ ...(await world.openWriter()), removeFiles: called('removed') });
    const given = { ...world, openWriter } as typeof world;
    expect((await runFake(['remove', '--file', '/x.jsonl'], given)).stdout).toBe(
      '已移除 1 篇稿件：/x.jsonl。\n另有 1 篇也在别的文件里，留在档案里。\n',
    );
    const { stdout } = await runFake(['remove', '--file', '/x.jsonl', '--json'], given);
    expect(JSON.parse(stdout)).toEqual({ removed: 1, kept: 1, articleIds: ['a1'], dryRun: false });
  });

  test('nothing to remove is said and is no failure', async () => {
    const { calls, world } = removing({});
    expect(await runFake(['remove', '--file', '/x.txt'], world)).toEqual({
      ...ended,
      stdout: '没有可移除的稿件：/x.txt。档案里没有这个文件。\n',
    });
    expect(calls).toEqual(['closed']);
  });

  test('--dry-run names the articles and does not open the archive for writing', async () => {
    const { calls, world } = removing({ files: ['/日报/1.txt', '/日报/2.txt'], going: ['a1'] });
    expect(await runFake(['remove', '--file', '/日报', '--dry-run'], world)).toEqual({
      ...ended,
      stdout: `将移除 1 篇稿件：/日报 里的 2 个文件。
  a1  《澄州日报》2023年2月10日第3版《安溪县公布民生实事》
这次只是试一遍，什么也没有移除。
`,
    });
    expect(calls).toEqual([]);
  });
});
