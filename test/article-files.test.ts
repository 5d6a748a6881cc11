import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { encodeText } from './helpers/encode-text.js';
import { listArticles, PAGE } from './helpers/page-of-two.js';
import { readWritten } from './helpers/read-as-article.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const BODY = '　　本报澄州2月9日电  （记者王  观）县里新修的三条公路全部通车。\n　　总投资1.5亿元。\n';
const NAME = '20230210-03-02.txt';
const options = { newspaper: '澄州日报' };

describe('a file of one article', () => {
  it('has kicker, headline and subheadline in its first three lines, date and page in its name', async () => {
    const deck = '交通先行\n县里修通三条公路\n——澄州交通建设纪实\n';
    const { articles } = await readWritten(NAME, deck + BODY, options);
    expect(articles).toMatchObject([
      {
        newspaper: '澄州日报',
        issueDate: '2023-02-10',
        page: '3',
        kicker: '交通先行',
        headline: '县里修通三条公路',
        subheadline: '——澄州交通建设纪实',
        dateline: '本报澄州2月9日电',
        byline: '记者王 观',
        contributors: [{ name: '王观', role: 'reporter' }],
        body: '本报澄州2月9日电 （记者王 观）县里新修的三条公路全部通车。\n总投资1.5亿元。',
      },
    ]);
  });

  it.each([
    ['\n县里修通三条公路\n\n', { kicker: null, headline: '县里修通三条公路', subheadline: null }],
    ['县里修通三条公路\n\n\n', { kicker: null, headline: '县里修通三条公路', subheadline: null }],
    ['\n甲\n乙\n', { kicker: null, headline: '甲', subheadline: '乙' }],
  ])('may leave lines of the deck blank: %j', async (deck, headlines) => {
    expect((await readWritten(NAME, deck + BODY)).articles).toMatchObject([headlines]);
  });

  it('keeps the words of a picture or an advertisement that has no text', async () => {
    expect((await readWritten(NAME, '\n广告\n\n')).articles).toMatchObject([
      { headline: '广告', body: '广告', kind: 'ad' },
    ]);
    const { articles } = await readWritten(
      NAME,
      '\n图片报道\n\n　　桥头的灯亮了。\n　　本报记者  王  观摄\n',
    );
    expect(articles).toMatchObject([
      { kind: 'photo-caption', contributors: [{ name: '王观', role: 'photographer' }] },
    ]);
  });

  it('takes a signature above the text out of it, and who set the page', async () => {
    const signed = `\n县里修通三条公路\n\n　　本报记者  王  观\n${BODY}　　版式设计：李四\n`;
    const [article] = (await readWritten(NAME, signed)).articles;
    expect(article).toMatchObject({ byline: '本报记者 王 观', contributors: [{ name: '王观' }] });
    expect(article?.body).toMatch(/^本报澄州.*亿元。$/su);
  });

  it('is a page where it holds a page, whatever it is called', async () => {
    const { articles } = await readWritten(NAME, PAGE);
    expect(articles.map(({ headline }) => headline)).toEqual(['城南小学启用新校舍', '县里修通三条公路']);
  });

  it('is known by its form where its name does not tell', async () => {
    const { articles } = await readWritten('稿.txt', `交通先行\n县里修通三条公路\n\n${BODY}`);
    expect(articles).toMatchObject([{ kicker: '交通先行', headline: '县里修通三条公路' }]);
  });

  it('is joined with the file that it goes on in', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({
      '20230210-01-01.txt': '\n县里修通三条公路\n\n　　本报讯 三条公路全部通车，村民\n　　（下转第二版）\n',
      '20230210-02-03.txt': '\n县里修通三条公路\n\n　　（上接第一版）都说路好走了。\n',
    });
    await ingestInto(dataDir, { paths: [folder], ...options });
    const bodies = (await listArticles(dataDir)).map(({ body, page, truncated }) => [body, page, truncated]);
    expect(bodies).toEqual([['本报讯 三条公路全部通车，村民都说路好走了。', '1', null]]);
  });
});

describe('a headline and its text in two files', () => {
  const text =
    '县里修通三条公路-澄州日报2011年电子版关闭退出【返回标题列表】 【上一记录】 【下一记录】 【打印记录】 交通先行\n县里修通三条公路\n' +
    '路好走了\n【作者：王观;李四】\n【澄州日报2011.01.01第2版要闻】【字号：加大还原减小】\n　　本报澄州１２月３１日电  \n（记者王观）三条公路\n' +
    '　　全部通车。李四摄人民数据 \n| 联系电话：123 | 邮箱：a@b.cn\n浏览本页面';
  const beside = { '2011.01.01第2版7_Title.txt': encodeText('县里修通三条公路', 'gb18030') };

  it('make one article, without the navigation around it', async () => {
    const { articles } = await readWritten('2011.01.01第2版7.txt', encodeText(text, 'gb18030'), {}, beside);
    expect(articles).toMatchObject([
      {
        newspaper: '澄州日报',
        issueDate: '2011-01-01',
        page: '2',
        kicker: '交通先行',
        headline: '县里修通三条公路',
        subheadline: '路好走了',
        dateline: '本报澄州１２月３１日电',
        contributors: [
          { name: '王观', role: 'reporter' },
          { name: '李四', role: 'photographer' },
        ],
        body: '本报澄州１２月３１日电 （记者王观）三条公路\n全部通车。李四摄',
      },
    ]);
  });

  it('are one file to a person, which changes with either', async () => {
    const dataDir = makeTemporaryFolder();
    const name = '2011.01.01第2版7.txt';
    const folder = writeFiles({ ...beside, [name]: encodeText(text, 'gb18030') });
    const first = await ingestInto(dataDir, { paths: [folder] });
    expect(first.files).toMatchObject([{ path: join(folder, name), status: 'new' }]);
    writeFiles({ '2011.01.01第2版7_Title.txt': '交通先行' }, folder);
    const second = await ingestInto(dataDir, { paths: [folder] });
    expect(second.files).toMatchObject([{ status: 'changed' }]);
    expect(await listArticles(dataDir)).toMatchObject([{ headline: '交通先行' }]);
  });
});
