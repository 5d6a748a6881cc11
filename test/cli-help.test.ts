import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands/table.js';
import { showHelp } from './helpers/show-help.js';

describe('help on asking', () => {
  test('the program shows its subcommands, with or without being asked', async () => {
    const text = await showHelp('--help');
    expect(text).toMatchInlineSnapshot(`
      "报问：向报纸档案提问，每句回答都引自原文。

      用法：
        npm run --silent baowen -- 子命令 [选项]    下面简写成 baowen 子命令 [选项]

      子命令：
        start    档案里还没有稿件时先把自带的样例入库，再开始对话
        ingest   把报纸文件入库
        ask      问一个问题，得到逐句有出处的回答
        search   按相关程度列出原文片段
        repl     在终端里一问一答
        bot      运行 Telegram 机器人
        list     列出档案里的稿件
        show     显示整篇稿件
        remove   从档案里移除稿件、文件或一期报纸
        export   把稿件导出成 JSON Lines，以后可以原样入库
        backup   把数据文件夹备份到另一个文件夹，机器人和入库不用停
        migrate  把整个档案从数据文件夹搬到 Weaviate，或搬回来
        doctor   检查数据、索引、模型、网络和令牌，说明哪里不好、怎样修
        eval     用带答案的问题给检索和回答打分

      选项：
        --data 文件夹  数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h     显示这份说明

      退出码：0 完成（包括没有找到），1 失败，2 用法不对。
      每个子命令的用法：baowen 子命令 --help
      "
    `);
    expect(await showHelp()).toBe(text);
    expect(await showHelp('-h')).toBe(text);
  });

  test('start', async () => {
    expect(await showHelp('start', '--help')).toMatchInlineSnapshot(`
      "baowen start：档案里还没有稿件时先把自带的样例入库，再开始对话。

      用法：
        baowen start [选项]

      选项：
        --asked-on 日期   提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中提到这个地方的稿件，它下面的区县乡镇也算
        --page 版次       只查这一版
        --reporter 姓名   只查署有这个名字的稿件，记者、通讯员、摄影、作者都算
        --column 专栏     只查这个专栏里的稿件，写专栏名的一部分也行
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen start
        baowen start < questions.txt

      标准输入不是终端时，逐行回答，答完退出。
      "
    `);
  });

  test('ask', async () => {
    expect(await showHelp('ask', '-h')).toMatchInlineSnapshot(`
      "baowen ask：问一个问题，得到逐句有出处的回答。

      用法：
        baowen ask "问题" [选项]
        baowen ask --batch 文件 [选项]

      选项：
        --asked-on 日期   提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中提到这个地方的稿件，它下面的区县乡镇也算
        --page 版次       只查这一版
        --reporter 姓名   只查署有这个名字的稿件，记者、通讯员、摄影、作者都算
        --column 专栏     只查这个专栏里的稿件，写专栏名的一部分也行
        --json            写出 JSON，给程序读
        --batch 文件      逐行读 JSON Lines 并逐行写出，- 表示标准输入
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen ask "阳曲县今年民生实事有哪些" --asked-on 2023-02-12
        baowen ask --batch questions.jsonl > answers.jsonl

      日期写成 YYYY-MM-DD。
      成批的一行形如 {"id":"1","question":"…","askedOn":"2023-02-12"}，
      还可以有 from、to、newspaper、place、page、reporter、column、history。
      "
    `);
  });

  test('search', async () => {
    expect(await showHelp('search', '公园', '--help')).toMatchInlineSnapshot(`
      "baowen search：按相关程度列出原文片段。

      用法：
        baowen search "词语" [选项]
        baowen search --batch 文件 [选项]

      选项：
        --asked-on 日期   提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中提到这个地方的稿件，它下面的区县乡镇也算
        --page 版次       只查这一版
        --reporter 姓名   只查署有这个名字的稿件，记者、通讯员、摄影、作者都算
        --column 专栏     只查这个专栏里的稿件，写专栏名的一部分也行
        --limit N         最多给出几段，1 到 1000；不写就是 10
        --explain         写出结果是怎样得来的：版面怎样拆成稿件，片段怎样计分
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
    expect(await showHelp('repl', '--help')).toMatchInlineSnapshot(`
      "baowen repl：在终端里一问一答。

      用法：
        baowen repl [选项]

      选项：
        --asked-on 日期   提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中提到这个地方的稿件，它下面的区县乡镇也算
        --page 版次       只查这一版
        --reporter 姓名   只查署有这个名字的稿件，记者、通讯员、摄影、作者都算
        --column 专栏     只查这个专栏里的稿件，写专栏名的一部分也行
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
    expect(await showHelp('bot', '--help')).toMatchInlineSnapshot(`
      "baowen bot：运行 Telegram 机器人。

      用法：
        baowen bot [选项]
        baowen bot approve 配对码
        baowen bot feedback

      选项：
        --data 文件夹  数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h     显示这份说明

      例子：
        baowen bot
        baowen bot approve ABCD2345
        baowen bot feedback > feedback.jsonl

      令牌写在 .env 的 TELEGRAM_BOT_TOKEN。bot approve 让拿着配对码的人可以使用；bot feedback 逐行列出读者对回答的评价（JSON），不含姓名。
      "
    `);
  });

  test('every subcommand takes --data and --help', () => {
    for (const { options } of commands) expect(options).toEqual(expect.arrayContaining(['data', 'help']));
  });
});
