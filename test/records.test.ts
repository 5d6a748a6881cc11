import { describe, expect, it } from 'vitest';
import { encodeText } from './helpers/encode-text.js';
import { readWritten } from './helpers/read-as-article.js';

const json = (value: unknown, name = 'dump.json') => readWritten(name, JSON.stringify(value));

describe('a JSON dump', () => {
  it.each([
    [
      'an object with a list',
      {
        date: '2023-02-11',
        articles: [
          {
            title: '县里\n开会',
            publish_time: '2023-02-10 11:38',
            source: '澄州日报',
            reporter: '丁四',
            content: ['甲。', '乙。'],
          },
        ],
      },
    ],
    [
      'a list with Chinese names',
      [
        {
          报纸: '澄州日报',
          日期: '2023年2月10日',
          标题: '县里 开会',
          作者: '记者 丁四',
          正文: '<p>甲。</p><p>乙&#12290;</p>',
        },
      ],
    ],
    [
      'pages with lists',
      {
        newspaper: '澄州日报',
        pages: [
          {
            date: '20230210',
            articles: [{ 文章标题: '县里 开会', byline: '记者 丁四', text: '甲。\n乙。' }],
          },
        ],
      },
    ],
    [
      'one article, its text a level down',
      {
        published_date: '2023-02-10',
        author: '记者丁四',
        block: { source: '澄州日报', title: '县里 开会', content: '甲。\n\n乙。' },
      },
    ],
  ])('is read wherever its articles stand: %s', async (_, value) => {
    const { articles, problems } = await json(value);
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      {
        newspaper: '澄州日报',
        issueDate: '2023-02-10',
        issueDateSource: 'file',
        headline: '县里 开会',
        contributors: [{ name: '丁四', role: 'reporter' }],
        body: '甲。\n乙。',
      },
    ]);
  });

  it('has its newspaper and day from its name where nothing else tells; the text may be an abstract', async () => {
    const tail = ' 2023-02-10 00:00:00:0 301 1 0 http://a.cn/1.html 1 41 县里开会 /enpproperty-->';
    const records = [
      { 版面: '01版：要闻', 文章标题: '县里开会', 摘要: `甲。乙。${tail}` },
      { 版面: '01版：要闻', 文章标题: '本版责编：丁四', 摘要: '版式设计：乙' },
      { 版面: '02版', 文章标题: '图片', 摘要: tail },
    ];
    const { articles, problems } = await json(records, '澄州日报_20230210_报道摘要.json');
    expect(articles).toMatchObject([
      { newspaper: '澄州日报', issueDate: '2023-02-10', page: '1', body: '甲。乙。', truncated: 'end' },
    ]);
    expect(problems).toEqual([expect.stringContaining('第 3条')]);
  });

  it('takes an agency for the newspaper only where nothing else is known', async () => {
    const value = { source: '新华社', title: '甲', content: '乙。' };
    expect((await json(value)).articles).toMatchObject([{ newspaper: '新华社' }]);
    expect((await json(value, '澄州日报.json')).articles).toMatchObject([{ newspaper: '澄州日报' }]);
  });

  it('counts the day of an instant in China', async () => {
    const { articles } = await json([
      { date: '2023-02-09T20:00:00Z', content: '甲。' },
      { date: 1675972800, content: '乙。' },
    ]);
    expect(articles).toMatchObject([{ issueDate: '2023-02-10' }, { issueDate: '2023-02-10' }]);
  });

  it('keeps what only looks like mark-up', async () => {
    const text = '气温 <0 度，A&B 公司说 a<b，学生写道 x &lt; y。';
    expect((await json({ content: text })).articles[0]?.body).toBe(text.replace('&lt;', '<'));
  });

  it('nested without end gives what stands at its top', async () => {
    const open = '{"title":"县里开会","content":"甲。","more":';
    const nested = `${open.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect((await readWritten('dump.json', nested)).articles).toMatchObject([{ headline: '县里开会' }]);
  });

  it('may be lines of JSON, and else is told what is wrong with it', async () => {
    expect((await readWritten('a.json', '{"text":"甲。"}\n{"text":"乙。"}\n')).articles).toHaveLength(2);
    await expect(readWritten('a.json', '{"text":')).rejects.toThrow('不是有效的 JSON');
    await expect(json([{ title: '甲' }, { title: '乙' }])).rejects.toThrow('2 条只有标题');
  });
});

describe('JSON Lines', () => {
  it('look for other names only where the own ones are missing', async () => {
    const lines = [
      { id: 7, headline: '甲', title: '乙', text: '丙。', date: '2023-02-10', source: '抓取' },
      { title: '乙', content: '<p>丁。</p>', 发布时间: '2023-02-10 08:00', 版次: '03版' },
    ];
    const { articles } = await readWritten('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(articles).toMatchObject([
      { sourceId: '7', headline: '甲', body: '丙。', newspaper: null },
      { headline: '乙', body: '丁。', issueDate: '2023-02-10', page: '3' },
    ]);
  });

  it('have a line that is wrong reported with its number, and the rest goes in', async () => {
    const lines =
      '{"text":"甲。"}\n{"text":\n{"text":"乙。","date":"2023-02-30"}\n{"headline":"丙"}\n{"text":["丁"]}';
    const { articles, problems } = await readWritten('a.jsonl', lines);
    expect(articles).toHaveLength(1);
    expect(problems.map((problem) => /第 (\d+) 行/u.exec(problem)?.[1])).toEqual(['2', '3', '4', '5']);
  });
});

describe('a table', () => {
  const rows =
    '标题,日期,正文\n县里开会,2023-02-10,"甲，""乙""。\n丙。"\n短,2023-02-11\n长,2023-02-11,丁。,多\n路通了,2023-02-12,戊。\n';

  it('has one article a row; what is no row is reported with its line', async () => {
    const { articles, problems } = await readWritten('a.csv', encodeText(rows, 'gb18030'));
    expect(articles).toMatchObject([
      { headline: '县里开会', issueDate: '2023-02-10', body: '甲，"乙"。\n丙。' },
      { headline: '路通了', issueDate: '2023-02-12', body: '戊。' },
    ]);
    expect(problems.map((problem) => /第 (\d+) 行/u.exec(problem)?.[1])).toEqual(['4', '5']);
  });

  it('is cut at the mark that its first row is cut at', async () => {
    for (const [name, mark] of [
      ['a.tsv', '\t'],
      ['a.csv', ';'],
    ] as const)
      expect((await readWritten(name, ['标题', '正文\n甲', '乙, 丙。\n'].join(mark))).articles).toMatchObject(
        [{ headline: '甲', body: '乙, 丙。' }],
      );
  });

  it('with a quote that is never closed says where, at once', async () => {
    const rest = '丙,丁\n'.repeat(5_000_000);
    const read = readWritten('table.csv', `标题,正文\n县里开会,"甲。\n${rest}`);
    await expect(read).rejects.toThrow(/第 \d+ 行.*引号/u);
  });

  it('without a column for the text names those that it has', async () => {
    await expect(readWritten('a.csv', '甲,乙\n1,2\n')).rejects.toThrow(/甲、乙.*--map text=/u);
  });
});

describe('--map', () => {
  const options = { fields: ['title=大字', 'text=小字'] };

  it('tells which field is what, in every kind of records', async () => {
    const record = { 大字: '甲', title: '别的', 小字: '乙。' };
    for (const [name, content] of [
      ['a.json', JSON.stringify([record])],
      ['a.jsonl', JSON.stringify(record)],
      ['a.csv', '大字,title,小字\n甲,别的,乙。\n'],
    ] as const)
      expect((await readWritten(name, content, options)).articles).toMatchObject([
        { headline: '甲', body: '乙。' },
      ]);
  });

  it.each(['大字', '大字=', '无名=大字'])('refuses %s', async (pair) => {
    await expect(readWritten('a.json', '[]', { fields: [pair] })).rejects.toThrow(pair);
  });
});
