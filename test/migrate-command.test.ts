import { describe, expect, it } from 'vitest';
import { ended, runFake } from './helpers/fake-surroundings.js';
import { showHelp } from './helpers/show-help.js';

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

  it('explains itself', async () => {
    expect(await showHelp('migrate', '--help')).toMatchInlineSnapshot(`
      "baowen migrate：把整个档案从数据文件夹搬到 Weaviate，或搬回来。

      用法：
        baowen migrate --to weaviate [选项]
        baowen migrate --to local [选项]

      选项：
        --to 去处      weaviate 是 WEAVIATE_URL 等指定的服务器，local 是数据文件夹；从另一个搬来
        --no-wait      别的程序正在写入时不等它，立刻退出
        --json         写出 JSON，给程序读
        --data 文件夹  数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h     显示这份说明

      例子：
        baowen migrate --to weaviate
        baowen migrate --to local --data /档案/新的

      STORE 写的是哪一个都可以；源档案只读不改。中断了再运行一次就接着搬，目标里已有的文件不再写。
      向量照搬，不重新计算；两边的向量模型不同就什么也不写。目标里路径相同而内容不同的文件换成源里的，源里没有的文件照旧。
      搬完逐一核对文件、稿件、片段和向量，给出全部稿件的校验值；有不同，退出码是 1。
      机器人的数据一直在数据文件夹里，不搬。最好先停下机器人，搬完改了 STORE 再启动，否则搬来的稿件会当成新到的告诉关注的人。
      "
    `);
  });
});
