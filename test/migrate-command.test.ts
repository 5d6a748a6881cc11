import { describe, expect, it } from 'vitest';
import { ended, runFake } from './helpers/fake-surroundings.js';

describe('the command migrate', () => {
  const report = {
    files: 2,
    articles: 9,
    chunks: 20,
    vectors: 20,
    skipped: 1,
    checksum: 'ab12',
    notices: [],
  };

  it('says what it brought, and where to', async () => {
    const migrated = async () => report;
    expect(await runFake(['migrate', '--to', 'weaviate'], { migrate: migrated })).toEqual({
      ...ended,
      stdout: `已搬到 Weaviate：文件 2 个（其中 1 个原来就在），稿件 9 篇，片段 20 个，向量 20 个。
逐一核对无误，校验值 ab12。以后要用它，请在 .env 里写 STORE=weaviate。
`,
    });
    const noticed = async () => ({ ...report, notices: ['注意。'] });
    expect(await runFake(['migrate', '--to', 'local', '--json'], { migrate: noticed })).toEqual({
      ...ended,
      stdout: '{"files":2,"articles":9,"chunks":20,"vectors":20,"skipped":1,"checksum":"ab12"}\n',
      stderr: '注意。\n',
    });
  });

  it('refuses another target, and a word too many', async () => {
    expect(await runFake(['migrate'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('缺少目标'),
    });
    expect(await runFake(['migrate', '--to', 'mars'])).toMatchObject({ code: 2 });
    expect(await runFake(['migrate', 'weaviate', '--to', 'local'])).toMatchObject({ code: 2 });
  });

  it('says how to go on when it was stopped', async () => {
    const stopper = new AbortController();
    const migrated = async () => {
      stopper.abort();
      throw new Error('aborted');
    };
    const { code, stderr } = await runFake(['migrate', '--to', 'local'], {
      ...{ migrate: migrated, signal: stopper.signal },
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: '已停止，搬好的都留着；再运行一次就接着搬。\n' });
  });
});
