import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { ONE, PAGE_1, PAGE_2, TWO } from './helpers/continued-pages.js';
import { runExport } from './helpers/exports.js';
import { makeDocx } from './helpers/make-docx.js';
import { makeZip } from './helpers/make-zip.js';
import { listArticles } from './helpers/page-of-two.js';
import { printPdf } from './helpers/print-pdf.js';
import { SOURCE_ARTICLES } from './helpers/source-articles.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

type Files = Record<string, string | Buffer>;

const INDEX = `<html><body><a id=pageLink href=node_2.htm>第01版：头版</a><map name=PagePicMap><Area coords="5,72" href="content_11.htm"></map>
<a href=content_11.htm><div id=mp11>大桥合龙</div></a><p>2023年2月10日 星期五</p></body></html>`;
const CONTENT =
  '<html><body><div id=ozoom><founder-content><p>石渡大桥昨日合龙，两岸居民往来只要三分钟。</p></founder-content></div></body></html>';
const RECORD = { title: '柑橘进城', date: '2023-02-14', page: 2, content: '渡口的柑橘当天就能运进城里。' };

/** Every format that is taken in, in a newspaper's folder; 18 articles, one of which goes over two pages. */
async function makeFiles(): Promise<Files> {
  const { bytes } = await printPdf([{ layout: 'flowing', sources: SOURCE_ARTICLES.slice(0, 4) }]);
  const docx = makeDocx([
    { text: '县里修水渠', style: '1' },
    '水渠全长六公里，灌溉面积两千亩。',
    { text: '县里种果树', style: '1' },
    '果树种在北坡上，共有八千株。',
  ]);
  const files: Files = {
    [ONE]: PAGE_1,
    [TWO]: PAGE_2,
    '20230211-01-01.txt': '\n山里通了班车\n\n　　山里通了班车，每天四趟，票价两元。\n',
    '2023.02.12第1版0.txt': '水库开始放水，下游三个乡的麦田都能浇上。',
    '2023.02.12第1版0_Title.txt': '水库放水',
    '2023-02-13_稿.md':
      '# 集市改期\n\n城南集市改在逢五逢十开市。\n\n# 渡口加班\n\n渡口的轮渡每天多开两班。\n',
    '2023-02-14.json': JSON.stringify([RECORD]),
    '2023-02-15.jsonl': `${JSON.stringify({ id: 'x', text: '澄水水位下降半米。' })}\n不是记录`,
    '2023-02-16.csv': '标题,正文\n河堤加固,河堤加固工程今天完工，全长三公里。\n',
    '2023-02-17.tsv': '标题\t正文\n河堤绿化\t河堤两岸种上了柳树，共有六百株。\n',
    '2023-02-18_3版.docx': docx,
    '2023-02-19.pdf': bytes,
    'html/node_2.htm': INDEX,
    'html/content_11.htm': CONTENT,
  };
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`澄州日报/${name}`, content]));
}

const mapFiles = (files: Files, change: (name: string, content: string | Buffer) => [string, Buffer]) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => change(name, content)));
const gzipped = (files: Files) => mapFiles(files, (name, content) => [`${name}.gz`, gzipSync(content)]);
const zipOf = (files: Files) =>
  makeZip(Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) })));

async function takeIn(files: Files) {
  const dataDir = makeTemporaryFolder();
  const folder = writeFiles(files);
  const report = await ingestInto(dataDir, { paths: [folder] });
  const articles = await listArticles(dataDir);
  const facts = articles.map(({ articleId, kind, truncated, column }) => ({
    articleId,
    kind,
    truncated,
    column,
  }));
  return { dataDir, folder, report, facts: facts.sort((a, b) => (a.articleId < b.articleId ? -1 : 1)) };
}

describe('files of all formats', () => {
  it('give the same articles as they are, each in a .gz, and all in a .zip or a .zip.gz', async () => {
    const files = await makeFiles();
    const plain = await takeIn(files);
    expect(plain.report.files.filter(({ status }) => status !== 'new')).toEqual([]);
    expect(plain.facts).toHaveLength(18);
    const packed: Files[] = [
      gzipped(files),
      { 'a.zip': zipOf(files) },
      { 'a.zip': zipOf(gzipped(files)) },
      { 'a.zip.gz': gzipSync(zipOf(files)) },
    ];
    for (const form of packed) {
      const { facts, report } = await takeIn(form);
      expect(facts, Object.keys(form)[0]).toEqual(plain.facts);
      expect(report.files.flatMap(({ reasons }) => reasons)).toEqual([
        expect.stringMatching(/2023-02-15\.jsonl(?:\.gz)?”第 2 行/u),
      ]);
    }
  });

  it('go out in an export and come in again as they were, and are known afterwards', async () => {
    const files = await makeFiles();
    const { dataDir, folder } = await takeIn({ ...files, 'a.zip': zipOf(files) });
    const { stdout } = await runExport(dataDir);
    const copy = makeTemporaryFolder();
    const exported = join(writeFiles({ 'all.jsonl': stdout }), 'all.jsonl');
    const told: number[] = [];
    let time = 0;
    const report = await ingestInto(
      copy,
      { paths: [exported] },
      null,
      { onProgress: (progress) => told.push('articles' in progress ? progress.articles : 0) },
      () => (time += 1000),
    );
    expect((await runExport(copy)).stdout).toBe(stdout);
    // Nobody is told of more than came in.
    const { added, unchanged } = report.articles;
    expect(Math.max(...told)).toBe(added + unchanged);
    const again = await ingestInto(copy, { paths: [folder] });
    expect(new Set(again.files.map(({ status }) => status))).toEqual(new Set(['unchanged']));
  });
});

describe('an export in a .zip', () => {
  it('is said to lose its files there, and is not taken for other records', async () => {
    const { dataDir } = await takeIn({ '澄州日报/2023-02-10_3版.txt': PAGE_1 });
    const { stdout } = await runExport(dataDir);
    for (const members of [{ 'all.jsonl': stdout }, gzipped({ 'all.jsonl': stdout })]) {
      const { report, facts } = await takeIn({ 'a.zip': zipOf({ ...members, [TWO]: PAGE_2 }) });
      expect(report.files[0]?.reasons).toEqual([
        expect.stringMatching(/a\.zip\/all\.jsonl(?:\.gz)?”是 export 导出的档案.*解开后单独入库/u),
      ]);
      expect(facts).toHaveLength(2);
    }
  });
});

describe('a backup in a .zip', () => {
  it('is told from a folder of newspapers', async () => {
    const { report } = await takeIn({ 'a.zip': zipOf({ 'b/archive.sqlite': '', 'b/inbox/a.txt': PAGE_1 }) });
    expect(report.files).toMatchObject([
      { status: 'failed', reasons: [expect.stringMatching(/备份，没有入库。请解开后用 --data/u)] },
    ]);
  });
});

describe('what was packed twice', () => {
  it('is not opened inside a .zip, also with .gz behind it', async () => {
    const inner = zipOf({ [ONE]: PAGE_1 });
    const members = { 'b.zip': inner, 'c.zip.gz': gzipSync(inner) };
    const { report } = await takeIn({ 'a.zip': zipOf(members) });
    expect(report.files[0]?.reasons.join('')).toContain('“b.zip”等 2 个文件本身又是压缩包，请先解开');
    expect(report.files[0]?.reasons.join('')).not.toContain('.docx、.zip');
  });

  it('that is damaged is told so', async () => {
    const damaged = Buffer.concat([gzipSync(PAGE_1).subarray(0, 40), Buffer.alloc(9)]);
    expect(() => gunzipSync(damaged)).toThrow();
    const { report } = await takeIn({
      'a.zip.gz': damaged,
      'b.docx.gz': gzipSync('no docx'),
      'c.pdf.gz': damaged,
      [ONE]: PAGE_1,
    });
    expect(report.files.map(({ reasons }) => reasons.join())).toEqual([
      expect.stringContaining('gzip 压缩数据已损坏'),
      expect.stringContaining('不是完好的 Word 文档'),
      expect.stringMatching(/^“[^“]+c\.pdf\.gz”的 gzip 压缩数据已损坏，没有入库。$/u),
      '',
    ]);
  });
});
