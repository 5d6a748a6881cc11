import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands/table.js';
import { runFake } from './helpers/fake-surroundings.js';

const help = async (...argv: string[]) => {
  const { code, stdout, stderr } = await runFake(argv);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

describe('help', () => {
  test('the program shows its subcommands, with or without being asked', async () => {
    const text = await help('--help');
    expect(text).toMatchInlineSnapshot(`
      "报问：向报纸资料库提问，每句回答都引自原文。

      用法：
        npm run --silent baowen -- 子命令 [选项]    下面简写成 baowen 子命令 [选项]

      子命令：
        start   数据文件夹里还没有稿件时先把自带的样例入库，再开始对话
        ingest  把报纸文件收进数据文件夹
        ask     问一个问题，得到逐句有出处的回答
        search  按相关程度列出原文段落
        repl    在终端里一问一答
        bot     运行 Telegram 机器人
        list    列出库里的稿件
        show    显示整篇稿件
        remove  从库里移除稿件、文件或一期报纸
        doctor  检查数据、索引、模型、网络和令牌，说明哪里不好、怎样修

      选项：
        --data 文件夹  数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h     显示这份说明

      退出码：0 完成（包括没有找到），1 失败，2 用法不对。
      每个子命令的用法：baowen 子命令 --help
      "
    `);
    expect(await help()).toBe(text);
    expect(await help('-h')).toBe(text);
  });

  test('start', async () => {
    expect(await help('start', '--help')).toMatchInlineSnapshot(`
      "baowen start：数据文件夹里还没有稿件时先把自带的样例入库，再开始对话。

      用法：
        baowen start [选项]

      选项：
        --asked-on 日期   提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中有这个地名的稿件
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen start
        baowen start < questions.txt

      标准输入不是终端时，逐行回答，答完退出。
      "
    `);
  });

  test('ingest', async () => {
    expect(await help('ingest', '--help')).toMatchInlineSnapshot(`
      "baowen ingest：把报纸文件收进数据文件夹。

      用法：
        baowen ingest 路径… [选项]
        baowen ingest --re-embed [选项]

      选项：
        --newspaper 报名  报纸的名称，用在文件本身没有写明的时候
        --date 日期       出版日期，同上
        --page 版次       版次，同上
        --explain         写出每一版是怎样拆成稿件的
        --dry-run         只试一遍，什么也不写入
        --re-embed        丢掉全部向量，用现在设置的模型重做
        --json            写出 JSON，给程序读
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen ingest 报纸/2023-02-10
        baowen ingest 04.txt --newspaper 太原日报 --date 2023-02-10 --page 4

      支持 .txt 版面和 .jsonl 稿件，以及它们的 .gz；文件夹会逐层查看。没有变化的文件不会重做。
      "
    `);
  });

  test('ask', async () => {
    expect(await help('ask', '-h')).toMatchInlineSnapshot(`
      "baowen ask：问一个问题，得到逐句有出处的回答。

      用法：
        baowen ask "问题" [选项]
        baowen ask --batch 文件 [选项]

      选项：
        --asked-on 日期   提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中有这个地名的稿件
        --json            写出 JSON，给程序读
        --batch 文件      逐行读 JSON Lines 并逐行写出，- 表示标准输入
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen ask "阳曲县今年民生实事有哪些" --asked-on 2023-02-12
        baowen ask --batch questions.jsonl > answers.jsonl

      日期写成 YYYY-MM-DD。
      成批的一行形如 {"id":"1","question":"…","askedOn":"2023-02-12"}，
      还可以有 from、to、newspaper、place、history。
      "
    `);
  });

  test('search', async () => {
    expect(await help('search', '公园', '--help')).toMatchInlineSnapshot(`
      "baowen search：按相关程度列出原文段落。

      用法：
        baowen search "词语" [选项]
        baowen search --batch 文件 [选项]

      选项：
        --asked-on 日期   提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中有这个地名的稿件
        --limit N         最多给出几段，1 到 1000；不写就是 10
        --json            写出 JSON，给程序读
        --batch 文件      逐行读 JSON Lines 并逐行写出，- 表示标准输入
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen search "供水管网" --newspaper 太原日报 --limit 5

      日期写成 YYYY-MM-DD。
      "
    `);
  });

  test('repl', async () => {
    expect(await help('repl', '--help')).toMatchInlineSnapshot(`
      "baowen repl：在终端里一问一答。

      用法：
        baowen repl [选项]

      选项：
        --asked-on 日期   提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中有这个地名的稿件
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen repl
        baowen repl --asked-on 2023-02-12

      进去以后输入 /help 看可用的命令。标准输入不是终端时，逐行回答，答完退出。
      "
    `);
  });

  test('bot', async () => {
    expect(await help('bot', '--help')).toMatchInlineSnapshot(`
      "baowen bot：运行 Telegram 机器人。

      用法：
        baowen bot [选项]
        baowen bot approve 配对码

      选项：
        --data 文件夹  数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h     显示这份说明

      例子：
        baowen bot
        baowen bot approve ABCD2345

      令牌写在 .env 的 TELEGRAM_BOT_TOKEN。bot approve 让拿着配对码的人可以使用。
      "
    `);
  });

  test('list', async () => {
    expect(await help('list', '--help')).toMatchInlineSnapshot(`
      "baowen list：列出库里的稿件。

      用法：
        baowen list [选项]

      选项：
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中有这个地名的稿件
        --json            写出 JSON，给程序读
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen list --newspaper 太原日报 --from 2023-02-01 --to 2023-02-28
        baowen list --json

      日期写成 YYYY-MM-DD。
      "
    `);
  });

  test('show', async () => {
    expect(await help('show', '--help')).toMatchInlineSnapshot(`
      "baowen show：显示整篇稿件。

      用法：
        baowen show 稿件编号… [选项]

      选项：
        --json         写出 JSON，给程序读
        --data 文件夹  数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h     显示这份说明

      例子：
        baowen show a1b2c3d4e5f6

      稿件编号见 list、search --json 或 ask --json。
      "
    `);
  });

  test('remove', async () => {
    expect(await help('remove', '--help')).toMatchInlineSnapshot(`
      "baowen remove：从库里移除稿件、文件或一期报纸。

      用法：
        baowen remove 稿件编号… [选项]
        baowen remove --file 路径 [选项]
        baowen remove --newspaper 报名 --date 日期 [选项]

      选项：
        --file 路径       移除这个文件里的全部稿件
        --newspaper 报名  这一期的报纸名称
        --date 日期       这一期的日期
        --json            写出 JSON，给程序读
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen remove a1b2c3d4e5f6
        baowen remove --newspaper 太原日报 --date 2023-02-10

      移除前不再询问；原来的文件不动，再收一次就回来。
      "
    `);
  });

  test('doctor', async () => {
    expect(await help('doctor', '--help')).toMatchInlineSnapshot(`
      "baowen doctor：检查数据、索引、模型、网络和令牌，说明哪里不好、怎样修。

      用法：
        baowen doctor [选项]

      选项：
        --json         写出 JSON，给程序读
        --data 文件夹  数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h     显示这份说明

      例子：
        baowen doctor

      有一项坏了，退出码就是 1。
      "
    `);
  });

  test('every subcommand takes --data and --help', () => {
    for (const { options } of commands) expect(options).toEqual(expect.arrayContaining(['data', 'help']));
  });
});
