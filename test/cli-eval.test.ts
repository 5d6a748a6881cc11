import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FakeApp } from './helpers/fake-surroundings.js';
import { answer, article, coverage, ended, runFake, searchAnswer } from './helpers/fake-surroundings.js';
import { showHelp } from './helpers/show-help.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const right = {
  id: 'b1',
  kind: 'number',
  asked_on: '2023-02-12',
  question: '几座公园',
  must: [['两座']],
  cite: '公园',
};
const wrong = { ...right, id: 'b2', kind: '民生', question: '管网\n多长', must: [['五公里']] };
const escaping = { ...answer, answer: `今年新建公园两座。\u001b[31m\n${'再'.repeat(100)}` };

const app: FakeApp = {
  archive: {
    async *listArticles() {
      yield article;
    },
    loadArticles: async () => [article],
  },
  service: {
    ask: async ({ question }) => (question === right.question ? answer : escaping),
    search: async () => searchAnswer,
  },
};

let file: string;
beforeEach(() => {
  file = join(makeTemporaryFolder(), 'questions.json');
  writeFileSync(file, JSON.stringify([right, wrong]));
});

describe('eval', () => {
  test('prints a table by kind in straight columns, then each question that failed on one line', async () => {
    const { stdout, ...rest } = await runFake(['eval', file], { app });
    expect(rest).toEqual(ended);
    expect(stdout).toBe(
      [
        '类别    问题  首位命中  召回@5  MRR@10   答对  拒答  有出处  引文一致  字数中位  毫秒中位',
        'number     1     1.000   1.000   1.000  1.000     -   1.000     1.000        13         8',
        '民生       1     1.000   1.000   1.000  0.000     -   1.000     1.000       115         8',
        '全部       2     1.000   1.000   1.000  0.500     -   1.000     1.000       115         8',
        '',
        '没有答对的 1 个问题：',
        `b2  民生  管网 多长 → 今年新建公园两座。\ufffd[31m ${'再'.repeat(85)}…`,
        '',
      ].join('\n'),
    );
  });

  test('--json is one object with the whole answers', async () => {
    const { stdout } = await runFake(['eval', file, '--json'], { app });
    const { all, kinds, failed } = JSON.parse(stdout);
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(all).toEqual({
      ...{ questions: 2, hit1: 1, recall5: 1, mrr10: 1, right: 0.5, refused: null },
      ...{ citedSentences: 1, exactQuotes: 1, medianChars: 115, medianMs: 8.3 },
    });
    expect(Object.keys(kinds)).toEqual(['number', '民生']);
    const { id, kind, question } = wrong;
    expect(failed).toEqual([{ id, kind, question, found: true, answer: escaping.answer, rank: 1 }]);
  });

  test('takes several files, and of all the questions only the first', async () => {
    const { stdout } = await runFake(['eval', file, file, '--limit', '3', '--json'], { app });
    expect(JSON.parse(stdout).all.questions).toBe(3);
  });

  test('fails below the share of right answers that is asked for', async () => {
    expect(await runFake(['eval', file, '--min-right', '0.5'], { app })).toMatchObject(ended);
    const { code, stderr } = await runFake(['eval', file, '--min-right', '.51'], { app });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '答对的比例是 0.500，低于要求的 0.51。\n' });
  });

  test('says when what should be found is not in the archive', async () => {
    writeFileSync(file, JSON.stringify([{ ...right, gold: ['x'] }]));
    const { code, stderr } = await runFake(['eval', file], { app });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '有 1 个问题应当找到的稿件不在档案里，检索按没有找到计。\n',
    });
  });

  test('does not score an empty archive', async () => {
    const empty = { archive: { coverage: async () => ({ ...coverage, articles: 0 }) } };
    const { code, stderr, open } = await runFake(['eval', file, '--data', 'elsewhere'], { app: empty });
    expect({ code, open }).toEqual({ code: 1, open: 0 });
    expect(stderr).toContain('档案“elsewhere”里还没有稿件，无从评分。');
  });

  test.each([
    [['--min-right', '85'], 2, '--min-right 的值“85”不是 0 到 1 之间的数'],
    [['--min-right', 'viel'], 2, '--min-right 的值“viel”不是 0 到 1 之间的数'],
    [['--limit', '0'], 2, '--limit 的值“0”'],
    [[''], 2, '问题文件的路径里有一个是空的'],
    [['no-such-file.json'], 1, '无法读取问题文件“no-such-file.json”：没有这个文件。'],
  ])('refuses %j before anything is opened', async (argv, code, sentence) => {
    const refused = await runFake(['eval', file, ...argv]);
    expect(refused).toMatchObject({ code, stdout: '' });
    expect(refused.stderr).toContain(sentence);
  });

  test('has a help page that shows the form of a question', async () => {
    expect(await showHelp('eval', '--help')).toMatchInlineSnapshot(`
      "baowen eval：用带答案的问题给检索和回答打分。

      用法：
        baowen eval [问题文件…] [选项]

      选项：
        --limit N      只用前 N 个问题，1 到 1000；不写就是全部
        --min-right X  答对的比例低于 X（0 到 1）时退出码是 1
        --json         写出 JSON，给程序读
        --data 文件夹  数据文件夹；问题文件和它都不写，就把自带的样例入库到临时文件夹来评
        --help, -h     显示这份说明

      例子：
        baowen eval
        baowen eval questions.json --min-right 0.85
        baowen eval questions.jsonl --json > score.json

      不写问题文件就用自带的 sample/questions.json。
      问题文件是 JSON 数组或 JSON Lines，一个问题形如
        {"id":"1","kind":"number","asked_on":"2023-02-12","question":"…","must":[["8个","八个"]],"cite":"…"}
      must 每组至少有一种说法要出现在回答里，cite 要出现在引用的稿件里；kind 是 none 的，档案里没有答案，应当拒答。
      还可以有 note_year、history，和检索应当找到的 gold（稿件编号、来源编号或文件）或 pages（文件）。
      "
    `);
  });
});
