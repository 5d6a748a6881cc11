import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../ingest/files/find-files.js';
import { buildFingerprint } from '../ingest/fingerprint.js';
import { parseGiven } from '../ingest/parse-given.js';
import { isCompanion } from '../ingest/readers/readers.js';
import { ingestInto } from './helpers/archive-of.js';
import { listArticles } from './helpers/page-of-two.js';
import { readHtml, readOne } from './helpers/read-html.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const PARAGRAPH = '<P>　　石渡大桥昨日合龙，两岸居民往来只要三分钟。</P>';
const CONTENT = `<html><body><td class=font01>大桥合龙</td><div id=ozoom><founder-content>${PARAGRAPH}</founder-content></div></body></html>`;

/** The index of page A02 in node_8.htm: the number of the node is not the page's. */
const INDEX = `﻿<html><head><title>澄州日报--数字报</title></head><body>
<a id=pageLink href=node_7.htm>第A01版：头版</a><a id=pageLink href=./node_8.htm>第A02版：城 事</a>
<MAP NAME="pagepicmap"><Area coords="5,72" href="content_11.htm?div=-1"><Area coords="5,7" href="content_11.htm?div=0"><Area coords="2,3" href="content_12.htm"></MAP>
<ul><li><a href=content_11.htm?div=-1><div id=mp11>大桥合龙</div></a><li><a href=content_12.htm><div id=mp12>引桥铺沥青</div></a></ul>
<ul>今日关注<li><a href=content_99.htm><div id=mp99>别的版上的稿件</div></a></ul>
<strong><font> 2017 </font></strong>年 10 月 <b>9</b> 日　星期<font class=weekday>一</font></body></html>`;

const PROPERTIES =
  '<!--enpproperty <founder-date>2017-10-09 23:59:57</founder-date><founder-pagenum>A02</founder-pagenum><founder-papername>澄州日报</founder-papername><founder-type>2</founder-type><founder-content>澄州日报</founder-content> /enpproperty-->';

/** Titles that only a script writes, as in 2017. */
const WRITTEN = `<html><body><map name=PagePicMap><Area href="nw.D110000czrb_20171009_1-03.htm"></map>
<div id="riqi_">澄州日报 2017年10月9日 星期一</div><li>03版:要闻</li><ul id=ozoom>
<a href=nw.D110000czrb_20171009_1-03.htm><script>document.write(view("大桥合龙<br>两岸通行  "))</script></a></ul></body></html>`;

describe('the index of a page', () => {
  it.each([
    ['of an old e-paper', INDEX],
    ['with its facts in a comment', INDEX + PROPERTIES],
  ])('%s tells newspaper, day and page of an article that does not', async (_, index) => {
    const beside = { 'node_7.htm': '<html></html>', 'node_8.htm': index };
    expect(await readOne(CONTENT, { name: 'content_11.htm', beside })).toMatchObject({
      newspaper: '澄州日报',
      issueDate: '2017-10-09',
      issueDateSource: 'text',
      issueDateEvidence: '同一文件夹的版面目录',
      page: 'A02',
    });
  });

  it('tells a headline that the article’s page does not have', async () => {
    const bare = `<html><body><div id=ozoom><founder-content>${PARAGRAPH}</founder-content></div></body></html>`;
    const beside = { 'nbs.D110000czrb_03.htm': WRITTEN };
    expect(await readOne(bare, { name: 'nw.D110000czrb_20171009_1-03.htm', beside })).toMatchObject({
      newspaper: '澄州日报',
      page: '3',
      headline: '大桥合龙 两岸通行',
    });
  });

  it('tells nothing of articles that it only points to', async () => {
    const article = await readOne(CONTENT, { name: 'content_99.htm', beside: { 'node_8.htm': INDEX } });
    expect(article.page).toBeNull();
  });

  it('is looked for in the tree of layouts too, as since 2024', async () => {
    const name = 'content/202412/25/content_11.html';
    const index = INDEX.replaceAll('content_11.htm', '../../../content/202412/25/content_11.html').replace(
      './node_8.htm',
      'node_A02.html',
    );
    const article = await readOne(CONTENT, { name, beside: { 'layout/202412/25/node_A02.html': index } });
    expect(article.page).toBe('A02');
  });

  it.each([
    ['by its map', INDEX, '《澄州日报》2017年10月9日第A02版的目录，列出 2 篇稿件'],
    ['by its type', `<p>大桥</p>${PROPERTIES}`, '《澄州日报》2017年10月9日第A02版的目录，列出 0 篇稿件'],
    ['with titles that a script writes', WRITTEN, '《澄州日报》2017年10月9日第3版的目录，列出 1 篇稿件'],
  ])('gives no article and says so where its articles are missing (told %s)', async (_, index, sentence) => {
    await expect(readHtml(index, { name: 'czrb_node_8.htm' })).rejects.toThrow(sentence);
  });
});

describe('a folder with an index', () => {
  const fill = (files: Record<string, string>): string => {
    const folder = makeTemporaryFolder();
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  };
  const found = async (folder: string) =>
    (await findFiles([folder])).files.map(({ path }) => path.slice(folder.length + 1));

  it('gives its articles alone', async () => {
    expect(await found(fill({ 'node_8.htm': INDEX, 'content_11.htm': CONTENT }))).toEqual(['content_11.htm']);
  });

  it('gives the index, to say what it is, where there are no articles', async () => {
    expect(await found(fill({ 'node_8.htm': INDEX, 'about.html': 'x' }))).toEqual([
      'about.html',
      'node_8.htm',
    ]);
  });

  it('takes no page of another kind for an index', () => {
    const folder = fill({ 'content_11.htm': CONTENT });
    expect(
      ['node-life.html', 'nodes.html', 'content_12.htm'].filter((name) => isCompanion(join(folder, name))),
    ).toEqual([]);
  });

  it('takes an article in anew when its index changes', async () => {
    const folder = fill({ 'node_8.htm': INDEX, 'content_11.htm': CONTENT });
    const given = parseGiven({ paths: [] });
    const fingerprint = () => buildFingerprint(join(folder, 'content_11.htm'), given, []);
    const before = await fingerprint();
    expect(await fingerprint()).toBe(before);
    writeFileSync(join(folder, 'node_8.htm'), INDEX + PROPERTIES);
    expect(await fingerprint()).not.toBe(before);
  });

  it('looks at an article again for a change of its index alone', async () => {
    const folder = fill({ 'node_8.htm': INDEX, 'content_11.htm': CONTENT });
    const dataDir = makeTemporaryFolder();
    const ingestAfter = (minutes: number) =>
      ingestInto(dataDir, { paths: [folder] }, null, {}, () => Date.now() + minutes * 60_000);
    expect(await ingestAfter(1)).toMatchObject({ files: [{ status: 'new' }] });
    expect(await ingestAfter(2)).toMatchObject({ files: [{ status: 'unchanged' }] });
    writeFileSync(join(folder, 'node_8.htm'), INDEX.replace('第A02版', '第A03版'));
    expect(await ingestAfter(3)).toMatchObject({ files: [{ status: 'changed' }] });
    expect(await listArticles(dataDir)).toMatchObject([{ page: 'A03' }]);
  });
});
