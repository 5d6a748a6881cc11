import { describe, expect, test } from 'vitest';
import { runFake } from './helpers/fake-surroundings.js';

describe('a wrong command line gets one sentence and exit code 2, before anything is opened', () => {
  const cases: [string[], string][] = [
    [['aks', '问题'], '没有子命令“aks”，最接近的是 ask。用法见 baowen --help。'],
    [
      ['天气预报'],
      '没有子命令“天气预报”，可用的有：start、ingest、ask、search、repl、bot、list、show、remove、export、backup、migrate、doctor、eval。用法见 baowen --help。',
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
    [
      ['ingest', 'a.txt', ''],
      'ingest 的路径里有一个是空的，请写上文件或文件夹，或者去掉它。用法见 baowen ingest --help。',
    ],
    [['show'], 'show 缺少稿件编号，编号可用 baowen list 查到。用法见 baowen show --help。'],
    [['remove'], 'remove 要有一样且只有一样：稿件编号、--file 路径，或者 --newspaper 报名加 --date 日期。'],
    [['remove', 'a1', '--file', 'x.txt'], 'remove 要有一样且只有一样：'],
    [['remove', '--newspaper', '澄州日报'], 'remove 要有一样且只有一样：'],
    [['list', '多余'], 'list 不要参数，却写了“多余”，请去掉。用法见 baowen list --help。'],
    [['bot', 'approve'], 'bot 后面只能是 approve 配对码（例如 baowen bot approve ABCD2345）或 feedback。'],
    [['bot', 'start'], 'bot 后面只能是 approve 配对码（例如 baowen bot approve ABCD2345）或 feedback。'],
  ];
  test.each(cases)('%j', async (argv, sentence) => {
    const { code, stdout, stderr } = await runFake(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.split('\n')).toHaveLength(2);
  });
});
