import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { expectJoinedOnce, ONE, PAGE_1, PAGE_2, TWO } from './helpers/continued-pages.js';
import { makeZip, type ZipMember } from './helpers/make-zip.js';
import { listArticles, NAME, PAGE } from './helpers/page-of-two.js';
import { readInput } from './helpers/read-input.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const GOOD = { name: NAME, content: PAGE };
/** 澄州日报/2023-02-10/03版.txt as Windows packs it in China. */
const GBK_NAME = Buffer.from('b3ced6ddc8d5b1a85c323032332d30322d31305c3033b0e62e747874', 'hex');

// Of these tests alone: others unpack meanwhile.
beforeEach(() => void vi.stubEnv('TMPDIR', makeTemporaryFolder()));
afterEach(() => void vi.unstubAllEnvs());

const listTemporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith('baowen-unpacked-'));

function writeZip(zip: Buffer | readonly ZipMember[], name = 'pages.zip'): string {
  return join(writeFiles({ [name]: Buffer.isBuffer(zip) ? zip : makeZip(zip) }), name);
}

describe('a .zip', () => {
  it('gives the articles of the folder that it was packed from, as one file', async () => {
    const files = { [ONE]: PAGE_1, [TWO]: PAGE_2 };
    const members = Object.entries(files).map(([name, content]) => ({ name, content }));
    const dataDir = makeTemporaryFolder();
    const path = writeZip(members);
    const report = await ingestInto(dataDir, { paths: [path] });
    await expectJoinedOnce(dataDir);
    expect(new Set((await listArticles(dataDir)).map(({ sourceFile }) => sourceFile))).toEqual(
      new Set([path]),
    );
    expect(report.files).toEqual([{ path, status: 'new', articles: 3, reasons: [] }]);
    const again = await ingestInto(dataDir, { paths: [path] });
    expect(again.files).toMatchObject([{ status: 'unchanged', articles: 3 }]);
    const unpacked = makeTemporaryFolder();
    await ingestInto(unpacked, { paths: [writeFiles(files)] });
    const idsOf = async (folder: string) => (await listArticles(folder)).map(({ articleId }) => articleId);
    expect((await idsOf(dataDir)).sort()).toEqual((await idsOf(unpacked)).sort());
  });

  it.each([
    ['its own name and that of its folder', '澄州日报/2023-02-10.zip', '03版.txt'],
    ['the folders in it', 'pages.zip', '澄州日报/2023-02/10/03版.txt'],
    ['names in GBK with backslashes', 'pages.zip', GBK_NAME],
    ['names in UTF-8 that do not say so', 'pages.zip', Buffer.from('澄州日报2023-02-10/03版.txt')],
  ])('tells newspaper, date and page by %s', async (_, name, inner) => {
    const { articles } = await readInput(writeZip([{ name: inner, content: PAGE }], name));
    const facts = { newspaper: '澄州日报', issueDate: '2023-02-10', issueDateSource: 'file', page: '3' };
    expect(articles).toMatchObject([facts, facts]);
  });

  it('takes any mixture of formats, packed ones and more than once the same', async () => {
    const line = JSON.stringify({ id: 7, text: '县里修通三条公路，全部通车。' });
    const { articles, problems } = await readInput(
      writeZip([
        GOOD,
        { name: `copy/${NAME}.gz`, content: gzipSync(PAGE) },
        { name: 'dump.jsonl', content: `${line}\n${line}\n不是 JSON` },
        { name: 'picture.jpg', content: 'jpg', method: 0 },
        { name: '__MACOSX/._page.txt', content: '\0' },
        { name: 'folder/' },
      ]),
    );
    expect(articles.map(({ sourceId }) => sourceId).filter(Boolean)).toEqual(['7', '7']);
    expect(articles).toHaveLength(4);
    expect(problems).toEqual([expect.stringMatching(/pages\.zip\/dump\.jsonl”第 3 行/u)]);
  });

  it.each<[string, ZipMember, RegExp]>([
    ['points outside', { name: '../evil.txt', content: PAGE }, /“\.\.\/evil\.txt”的路径指向压缩包外面/u],
    ['points outside, as Windows writes', { name: 'a\\..\\..\\evil.txt', content: PAGE }, /指向压缩包外面/u],
    ['has an absolute path', { name: '/tmp/baowen-evil.txt', content: PAGE }, /指向压缩包外面/u],
    ['has a drive letter', { name: 'C:\\evil.txt', content: PAGE }, /指向压缩包外面/u],
    ['has a NUL in its name', { name: 'a\0.txt', content: PAGE }, /指向压缩包外面/u],
    ['is a link', { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 }, /“link\.txt”是链接或设备/u],
    ['is encrypted', { name: 'secret.txt', content: PAGE, flags: 0x801 }, /“secret\.txt”加了密码/u],
    ['is packed in an unknown way', { name: 'lzma.txt', content: PAGE, method: 14 }, /不支持的压缩方法/u],
    ['is a .zip', { name: 'inner.zip', content: makeZip([GOOD]) }, /“inner\.zip”本身又是压缩包/u],
    [
      'has other bytes than announced',
      { name: 'damaged.txt', content: PAGE, crc: 1 },
      /“damaged\.txt”已损坏/u,
    ],
    ['is longer than announced', { name: 'longer.txt', content: PAGE, size: 9 }, /“longer\.txt”已损坏/u],
    ['is shorter than announced', { name: 'shorter.txt', content: PAGE, size: 9999 }, /已损坏/u],
    ['is announced to be huge', { name: 'huge.txt', content: PAGE, size: 0xfffffff0 }, /解压后太大/u],
    ['is a bomb', { name: 'bomb.txt', content: Buffer.alloc(17e6) }, /“bomb\.txt”解压后大得反常/u],
    ['has the name of another', { ...GOOD, content: `${PAGE}又。` }, /与别的文件重名/u],
    ['has the name of a folder', { name: `${NAME}/a.txt`, content: PAGE }, /与别的文件重名/u],
    ['is empty', { name: 'empty.txt' }, /pages\.zip\/empty\.txt”是空文件/u],
  ])('with a file that %s takes in the others and says so', async (_, member, sentence) => {
    const { articles, problems } = await readInput(writeZip([GOOD, member]));
    expect(articles).toHaveLength(2);
    expect(problems).toEqual([expect.stringMatching(sentence)]);
    expect(listTemporary()).toEqual([]);
  });

  it('says of many wrong files what is wrong in one sentence', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ name: `../${index}.txt`, content: PAGE }));
    const { problems } = await readInput(writeZip([GOOD, ...many]));
    expect(problems).toEqual([expect.stringContaining('“../0.txt”等 500 个文件')]);
  });

  it('is not unpacked beyond its bounds, however its files share the packed bytes', async () => {
    const half = { content: Buffer.alloc(9e6) };
    const { articles, problems } = await readInput(
      writeZip([GOOD, { name: 'a.txt', ...half }, { name: 'b.txt', ...half }]),
    );
    expect(articles).toHaveLength(2);
    expect(problems.join()).toContain('解压后的总量超过限度');
  });

  it('takes long names in other encodings than the file system’s', async () => {
    const name = Buffer.concat([
      Buffer.from('2023-02-10_03_'),
      Buffer.from('b1a8'.repeat(110), 'hex'),
      Buffer.from('.txt'),
    ]);
    const { articles } = await readInput(writeZip([{ name, content: PAGE }]));
    expect(articles).toMatchObject([{ issueDate: '2023-02-10' }, { issueDate: '2023-02-10' }]);
  });

  const sound = makeZip([GOOD]);
  it.each([
    ['no .zip', Buffer.from('no zip'), /不是完好的 zip 压缩包/u],
    ['empty', Buffer.alloc(0), /不是完好的 zip 压缩包/u],
    ['cut off', sound.subarray(0, sound.length - 9), /不是完好的 zip 压缩包/u],
    ['without files', makeZip([]), /没有可以入库的文件/u],
    ['of pictures', makeZip([{ name: 'a.jpg', content: 'jpg' }]), /没有可以入库的文件/u],
  ])('that is %s is told so', async (_, bytes, sentence) => {
    await expect(readInput(writeZip(bytes))).rejects.toThrow(sentence);
    expect(listTemporary()).toEqual([]);
  });

  it('with a damaged directory gives what stands before the damage', async () => {
    const bytes = makeZip([GOOD, { name: 'second.txt', content: PAGE }]);
    bytes.write('XX', bytes.lastIndexOf('PK\x01\x02'));
    const { articles, problems } = await readInput(writeZip(bytes));
    expect(articles).toHaveLength(2);
    expect(problems.join()).toContain('在第 1 个条目之后已损坏');
  });

  it('fails as a whole where none of its files can be read, and keeps what it had', async () => {
    const dataDir = makeTemporaryFolder();
    const path = writeZip([GOOD]);
    await ingestInto(dataDir, { paths: [path] });
    writeFiles({ 'pages.zip': makeZip([{ ...GOOD, crc: 1 }]) }, join(path, '..'));
    const report = await ingestInto(dataDir, { paths: [path] });
    expect(report.files).toMatchObject([{ status: 'failed' }]);
    expect(await listArticles(dataDir)).toHaveLength(2);
  });
});
