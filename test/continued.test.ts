import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchiveWriter } from '../src/store/writer.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import {
  BRIDGE,
  expectApart,
  expectJoinedOnce,
  HEATING,
  holding,
  nameOf,
  ONE,
  PAGE_1,
  PAGE_2,
  pageOf,
  ROADS,
  TWO,
  WHOLE,
} from './helpers/continued-pages.js';
import { listArticles } from './helpers/page-of-two.js';
import { silentLog } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

describe('an article that goes on on another page of its issue', () => {
  it('is one whole article, on the page where it begins', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    await ingestInto(dataDir, { paths: [folder] });
    await expectJoinedOnce(dataDir);
    const [bridge] = await holding(dataDir, WHOLE);
    expect(bridge?.sourceFile).toBe(join(folder, ONE));
  });

  it('is the same article whichever page is named first, and in separate runs', async () => {
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    const [one, two] = [join(folder, ONE), join(folder, TWO)];
    const ids = [];
    for (const runs of [[[one, two]], [[two, one]], [[one], [two]], [[two], [one]]]) {
      const dataDir = makeTemporaryFolder();
      for (const paths of runs) await ingestInto(dataDir, { paths });
      await expectJoinedOnce(dataDir);
      ids.push((await listArticles(dataDir)).map(({ articleId }) => articleId).sort());
    }
    expect(new Set(ids.map(String)).size).toBe(1);
  });

  it('is joined where the pages stand in folders of their own', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({
      '澄州日报/2023-02-10/01版/a.txt': PAGE_1,
      '澄州日报/2023-02-10/02版/b.txt': PAGE_2,
    });
    await ingestInto(dataDir, { paths: [join(folder, '澄州日报/2023-02-10/02版/b.txt')] });
    await ingestInto(dataDir, { paths: [join(folder, '澄州日报/2023-02-10/01版')] });
    await expectJoinedOnce(dataDir);
  });

  it('is joined where the command says newspaper, date and page', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ 'a.txt': PAGE_1, 'b.txt': PAGE_2 });
    const issue = { newspaper: '澄州日报', date: '2023-02-10' };
    await ingestInto(dataDir, { paths: [join(folder, 'a.txt')], ...issue, page: '1' });
    await ingestInto(dataDir, { paths: [join(folder, 'b.txt')], ...issue, page: '2' });
    await expectJoinedOnce(dataDir);
  });

  it('is joined where only mastheads tell the issue', async () => {
    const dataDir = makeTemporaryFolder();
    const masthead = (page: number) => `澄州日报\n\n2023年2月10日 星期五 农历癸卯年正月二十\n\n第${page}版`;
    const folder = writeFiles({ 'a.txt': pageOf(masthead(1), PAGE_1), 'b.txt': pageOf(masthead(2), PAGE_2) });
    await ingestInto(dataDir, { paths: [folder] });
    await expectJoinedOnce(dataDir);
  });

  it('is followed over three pages', async () => {
    const dataDir = makeTemporaryFolder();
    const [middle, last] = [BRIDGE.rest.slice(0, 30), BRIDGE.rest.slice(30)];
    const pages = [
      PAGE_1,
      pageOf(ROADS, `（上接第1版）${middle}（下转第3版）`),
      pageOf(HEATING.headline, `${HEATING.first}高。`, `（上接第2版）${last}`),
    ];
    const folder = writeFiles(
      Object.fromEntries(pages.map((text, index) => [nameOf(`0${index + 1}`), text])),
    );
    for (const page of ['03', '01', '02']) await ingestInto(dataDir, { paths: [join(folder, nameOf(page))] });
    const articles = await listArticles(dataDir);
    expect(articles).toHaveLength(4);
    expect(articles.find(({ headline }) => headline === BRIDGE.headline)).toMatchObject({
      body: WHOLE,
      truncated: null,
    });
  });

  it('is told apart from another that goes on on the same page', async () => {
    const dataDir = makeTemporaryFolder();
    const paths = [
      writeFiles({
        [ONE]: pageOf(
          BRIDGE.headline,
          `${BRIDGE.first}（下转第2版）`,
          HEATING.headline,
          `${HEATING.first}（下转第2版）`,
        ),
        [TWO]: pageOf(`（上接第1版）${HEATING.rest}`, ROADS, `（上接第1版）${BRIDGE.rest}`),
      }),
    ];
    await ingestInto(dataDir, { paths });
    const bodies = (await listArticles(dataDir)).map(({ headline, body }) => [headline, body]);
    expect(bodies).toContainEqual([BRIDGE.headline, WHOLE]);
    expect(bodies).toContainEqual([HEATING.headline, HEATING.first + HEATING.rest]);
    expect(bodies).toHaveLength(3);
  });
});

describe('an article of which another part is not there', () => {
  it.each([
    ['of another day', { [ONE]: PAGE_1, [nameOf('02', '2023-02-11')]: PAGE_2 }],
    ['of another newspaper', { [ONE]: PAGE_1, '汀阳晚报_2023-02-10_02版.txt': PAGE_2 }],
    ['of another page', { [ONE]: PAGE_1, [nameOf('03')]: PAGE_2 }],
    ['that another page is said to go on with', { [ONE]: PAGE_1, [TWO]: PAGE_2.replace('第1版', '第4版') }],
    ['with another headline', { [ONE]: PAGE_1, [TWO]: PAGE_2.replace('第1版', '第1版《养犬管理听证会》') }],
    ['whose issue nobody knows', { 'a.txt': PAGE_1, 'x/b.txt': PAGE_2 }],
  ])('is not joined with a part %s', async (_, files) => {
    const dataDir = makeTemporaryFolder();
    await ingestInto(dataDir, { paths: [writeFiles(files)] });
    await expectApart(dataDir);
  });

  it('says that it is cut, with or without a page at hand that nobody asked for', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    await ingestInto(dataDir, { paths: [join(folder, ONE)] });
    expect(await listArticles(dataDir)).toMatchObject([
      { headline: BRIDGE.headline, body: BRIDGE.first, truncated: 'end' },
      { headline: '城南小学启用新校舍', truncated: null },
    ]);
  });

  it('is cut again when the other page has been removed', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    await ingestInto(dataDir, { paths: [folder] });
    const writer = await openArchiveWriter({ dataDir, log: silentLog });
    await writer.removeFile(join(folder, TWO));
    await writer.close();
    await ingestInto(dataDir, { paths: [join(folder, ONE)] });
    expect(await holding(dataDir, BRIDGE.first)).toMatchObject([{ body: BRIDGE.first, truncated: 'end' }]);
    expect(await holding(dataDir, BRIDGE.rest)).toEqual([]);
  });
});

describe('markers that leave open which parts are one', () => {
  const OTHER = '本报讯 2月9日，养犬管理办法征求意见，市民可在三十日内来信来电。';
  const ingestPages = async (files: Record<string, string>) => {
    const dataDir = makeTemporaryFolder();
    await ingestInto(dataDir, { paths: [writeFiles(files)] });
    return dataDir;
  };

  it('join what has words in common in a folder of which nobody knows the date', async () => {
    const joined = await ingestPages({ 'a.txt': PAGE_1, 'b.txt': PAGE_2 });
    expect(await holding(joined, '石渡大桥')).toMatchObject([{ body: WHOLE, truncated: null }]);
    const apart = await ingestPages({ 'a.txt': PAGE_1, 'b.txt': PAGE_2.replace(BRIDGE.rest, OTHER) });
    expect(await holding(apart, BRIDGE.first)).toMatchObject([{ body: BRIDGE.first, truncated: 'end' }]);
  });

  it('join the only two that there are in an issue', async () => {
    const dataDir = await ingestPages({ [ONE]: PAGE_1, [TWO]: PAGE_2.replace(BRIDGE.rest, OTHER) });
    expect(await holding(dataDir, BRIDGE.first)).toMatchObject([{ body: BRIDGE.first + OTHER }]);
  });

  it('join nothing where a part may be of either of two articles', async () => {
    const dataDir = await ingestPages({
      [ONE]: pageOf(PAGE_1, HEATING.headline, `${HEATING.first}（下转第2版）`),
      [TWO]: PAGE_2.replace(BRIDGE.rest, OTHER),
    });
    expect(await holding(dataDir, BRIDGE.first)).toMatchObject([{ body: BRIDGE.first, truncated: 'end' }]);
    expect(await holding(dataDir, HEATING.first)).toMatchObject([{ truncated: 'end' }]);
    expect(await holding(dataDir, OTHER)).toMatchObject([{ body: OTHER, truncated: 'start' }]);
  });

  it('join by the circled number where words do not tell', async () => {
    const second = OTHER.replace('养犬', '停车');
    const dataDir = await ingestPages({
      [ONE]: pageOf(
        BRIDGE.headline,
        `${BRIDGE.first}（下转第2版①）`,
        HEATING.headline,
        `${HEATING.first}（下转第2版②）`,
      ),
      [TWO]: pageOf(`（上接第1版②）${second}`, ROADS, `（上接第1版①）${OTHER}`),
    });
    expect(await holding(dataDir, BRIDGE.first)).toMatchObject([{ body: BRIDGE.first + OTHER }]);
    expect(await holding(dataDir, HEATING.first)).toMatchObject([{ body: HEATING.first + second }]);
  });
});
