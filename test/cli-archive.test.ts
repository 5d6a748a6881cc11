import { describe, expect, test } from 'vitest';
import type { ArchiveWriter } from '../src/domain/ports.js';
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
      ...ended,
      stdout: '已移除稿件 a1。\n档案里没有编号是“zz”的稿件，编号可用 baowen list 查到。\n',
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
      ...ended,
      stdout: '已移除 9 篇稿件：《澄州日报》2023-02-10。\n',
    });
    expect(issues).toEqual([{ newspaper: '澄州日报', date: '2023-02-10' }]);
  });

  test('nothing to remove is said and is no failure', async () => {
    const { calls, openWriter } = removing({ removeFile: async () => 0 });
    expect(await runFake(['remove', '--file', 'x.txt'], { openWriter })).toEqual({
      ...ended,
      stdout: '没有可移除的稿件：x.txt。\n',
    });
    expect(calls).toEqual(['closed']);
  });
});
