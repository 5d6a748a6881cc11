import { describe, expect, test } from 'vitest';
import { showHelp } from './helpers/show-help.js';

describe('help on the archive', () => {
  test('ingest', async () => {
    expect(await showHelp('ingest', '--help')).toMatchInlineSnapshot(`
      "baowen ingest：把报纸文件入库。

      用法：
        baowen ingest 路径… [选项]
        baowen ingest --re-embed [选项]

      选项：
        --newspaper 报名  报纸的名称，胜过文件名和报头；稿件自己写明的照旧
        --date 日期       出版日期，同上
        --page 版次       版次，同上
        --encoding 编码   文件的文字编码，如 utf-8、gbk、big5、utf-16；不写就逐个文件辨认
        --map 项目=字段   JSON 或 CSV 里某个字段是什么，如 headline=文章标题；可以写几次
        --explain         写出结果是怎样得来的：版面怎样拆成稿件，片段怎样计分
        --dry-run         只试一遍，什么也不写入
        --re-embed        丢掉全部向量，用现在设置的模型重做
        --prune           文件夹里已经没有的文件，它们的稿件也从档案里清除
        --watch           入库后不退出，文件夹里再有新的或改动的文件，写完就入库
        --no-wait         别的程序正在写入时不等它，立刻退出
        --json            写出 JSON，给程序读
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen ingest 报纸/2023-02-10
        baowen ingest 04.txt --newspaper 太原日报 --date 2023-02-10 --page 4
        baowen ingest 报纸 --watch

      支持 .txt 版面或稿件、.html 网页、.md、.json、.jsonl、.csv、.tsv、.docx、.pdf，它们的 .gz，以及装着它们的 .zip；文件夹会逐层查看。没有变化的文件不会重做。
      文件夹里不见了的文件只会说一声，稿件留着，--prune 才清除。
      "
    `);
  });

  test('list', async () => {
    expect(await showHelp('list', '--help')).toMatchInlineSnapshot(`
      "baowen list：列出档案里的稿件。

      用法：
        baowen list [选项]

      选项：
        --newspaper 报名  只查这种报纸
        --from 日期       只查这一天及以后的报纸
        --to 日期         只查这一天及以前的报纸
        --place 地名      只查文中提到这个地方的稿件，它下面的区县乡镇也算
        --page 版次       只查这一版
        --reporter 姓名   只查署有这个名字的稿件，记者、通讯员、摄影、作者都算
        --column 专栏     只查这个专栏里的稿件，写专栏名的一部分也行
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
    expect(await showHelp('show', '--help')).toMatchInlineSnapshot(`
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
    expect(await showHelp('remove', '--help')).toMatchInlineSnapshot(`
      "baowen remove：从档案里移除稿件、文件或一期报纸。

      用法：
        baowen remove 稿件编号… [选项]
        baowen remove --file 路径 [选项]
        baowen remove --newspaper 报名 --date 日期 [选项]

      选项：
        --file 路径       移除这个文件（或这个文件夹的文件）里的全部稿件
        --newspaper 报名  这一期的报纸名称
        --date 日期       这一期的日期
        --dry-run         只列出会移除哪些稿件，什么也不移除
        --no-wait         别的程序正在写入时不等它，立刻退出
        --json            写出 JSON，给程序读
        --data 文件夹     数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h        显示这份说明

      例子：
        baowen remove a1b2c3d4e5f6
        baowen remove --newspaper 太原日报 --date 2023-02-10

      移除前不再询问；原来的文件不动。几个文件里都有的稿件：移除其中一个文件时留下，按编号或按期移除时从各个文件一并移除。
      按编号或按期移除的稿件，只要它的文件没有改动、里面还有别的稿件，再入库也不会回来；移除的文件再入库就回来。
      "
    `);
  });

  test('doctor', async () => {
    expect(await showHelp('doctor', '--help')).toMatchInlineSnapshot(`
      "baowen doctor：检查数据、索引、模型、网络和令牌，说明哪里不好、怎样修。

      用法：
        baowen doctor [选项]

      选项：
        --fix          先重建能重建的：索引、片段、损坏的数据库里还能读的部分
        --json         写出 JSON，给程序读
        --data 文件夹  数据文件夹；不写就用 DATA_DIR，再不然是 ./data
        --help, -h     显示这份说明

      例子：
        baowen doctor
        baowen doctor --fix

      有一项坏了，退出码就是 1。--fix 不改动也不删除损坏的文件，只把它们移到数据文件夹的 damaged-… 里。
      "
    `);
  });
});
