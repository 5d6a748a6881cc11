import { expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.js';
import { StoreError } from '../../src/domain/errors.js';
import { prepareArticle } from './prepared-article.js';
import { embedAll, headlines, type OpenedStore, search, write } from './store-use.js';

export function describeFiles(open: () => Promise<OpenedStore>): void {
  it('gives an article back exactly as it was written, its chunks cut from its body', async () => {
    const { archive, writer } = await open();
    const facts: Partial<Article> = {
      sourceId: '17',
      column: '要闻',
      kicker: '肩题',
      subheadline: '副题',
      dateline: '本报讯',
      byline: '（记者 张三）',
      contributors: [{ name: '张三', role: 'reporter' }],
      kind: 'brief',
      truncated: 'end',
      issueDateSource: 'given',
    };
    const prepared = prepareArticle('标题𠮷', ['第一句𠮷。', '第二句\u0000有“引号”。'], facts);
    expect(await write(writer, 'a.txt', [prepared])).toEqual({
      added: 1,
      unchanged: 0,
      removed: 0,
      chunks: 2,
    });
    expect(await archive.loadArticles(['id-标题𠮷', 'id-nobody'])).toEqual([prepared.article]);
    const chunks = await archive.loadChunksOfArticles(['id-标题𠮷']);
    expect(chunks.map(({ ordinal, start, end, text }) => ({ ordinal, start, end, text }))).toEqual([
      { ordinal: 0, start: 0, end: 6, text: '第一句𠮷。' },
      { ordinal: 1, start: 7, end: 17, text: '第二句\u0000有“引号”。' },
    ]);
    const ids = [chunks[1]?.chunkId ?? 0, 999, chunks[0]?.chunkId ?? 0];
    expect(await archive.loadChunksInArticles(ids)).toEqual([
      { chunk: chunks[1], article: prepared.article, places: [] },
      { chunk: chunks[0], article: prepared.article, places: [] },
    ]);
  });

  it('shows nothing of a small file before it is flushed, and then all of it', async () => {
    const { archive, writer } = await open();
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [prepareArticle('甲', ['春天。'])]);
    await writer.writeFile({ path: 'b.txt', fingerprint: '2' }, [prepareArticle('乙', ['春风。'])]);
    expect(await headlines(archive)).toEqual([]);
    await writer.flush();
    expect(await headlines(archive)).toEqual(['甲', '乙']);
    expect((await search(archive, '春')).sort()).toEqual(['春天。', '春风。']);
  });

  it('knows a file by its path and by its fingerprint', async () => {
    const { writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('甲', ['一。'])], 'print');
    const stored = { path: 'a.txt', fingerprint: 'print', articles: 1, look: null };
    expect(await writer.loadFile('a.txt')).toEqual(stored);
    expect(await writer.listFilesByFingerprint('print')).toEqual([stored]);
    expect(await writer.listFiles()).toEqual([stored]);
    expect(await writer.loadFile('b.txt')).toBeNull();
    expect(await writer.listFilesByFingerprint('other')).toEqual([]);
  });

  it('remembers a file without articles', async () => {
    const { writer } = await open();
    await write(writer, 'empty.txt', []);
    expect(await writer.loadFile('empty.txt')).toMatchObject({ articles: 0 });
  });

  it('keeps the chunks and vectors of articles that stay when their file changes', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('留', ['留下。']), prepareArticle('去', ['离去。'])], '1');
    await embedAll(writer);
    const before = await archive.loadChunksOfArticles(['id-留']);
    const counts = await write(
      writer,
      'a.txt',
      [prepareArticle('新', ['新来。']), prepareArticle('留', ['留下。'])],
      '2',
    );
    expect(counts).toEqual({ added: 1, unchanged: 1, removed: 1, chunks: 1 });
    expect(await archive.loadChunksOfArticles(['id-留'])).toEqual(before);
    expect(await headlines(archive)).toEqual(['新', '留']);
    expect(await search(archive, '去')).toEqual([]);
    expect(await writer.countUnembedded()).toBe(1);
  });

  it('finds an article by its new words after it is cut into other words, without losing its vectors', async () => {
    const { archive, writer } = await open();
    const old = prepareArticle('甲', ['太原。']);
    await write(writer, 'a.txt', [old], '1');
    await embedAll(writer);
    const chunks = old.chunks.map((chunk) => ({ ...chunk, terms: ['新'] }));
    await write(writer, 'a.txt', [{ ...old, chunks }], '2');
    expect(await search(archive, '太')).toEqual([]);
    expect(await search(archive, '新')).toEqual(['太原。']);
    expect(await writer.countUnembedded()).toBe(0);
  });

  it('leaves a file as it was when its new articles cannot be read to their end', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('旧', ['旧的。'])], '1');
    async function* breakOff() {
      yield prepareArticle('新', ['新的。']);
      throw new Error('broke off');
    }
    await writer.writeFile({ path: 'b.txt', fingerprint: 'b' }, [prepareArticle('旁', ['旁边。'])]);
    await expect(writer.writeFile({ path: 'a.txt', fingerprint: '2' }, breakOff())).rejects.toThrow(
      'broke off',
    );
    await expect(writer.writeFile({ path: 'c.txt', fingerprint: '3' }, breakOff())).rejects.toThrow(
      'broke off',
    );
    await writer.flush();
    expect(await headlines(archive)).toEqual(['旧', '旁']);
    expect(await search(archive, '的')).toEqual(['旧的。']);
    expect(await search(archive, '旁')).toEqual(['旁边。']);
    expect((await writer.loadFile('a.txt'))?.fingerprint).toBe('1');
    expect(await writer.loadFile('c.txt')).toBeNull();
  });

  it('takes back the steps of a large new file that breaks off', async () => {
    const { archive, writer } = await open();
    function* breakOff() {
      for (let i = 0; i < 90; i++) yield prepareArticle(`稿${i}`, Array<string>(100).fill('句。'));
      throw new Error('broke off');
    }
    await expect(writer.writeFile({ path: 'a', fingerprint: '1' }, breakOff())).rejects.toThrow('broke off');
    await writer.flush();
    expect(await archive.coverage()).toMatchObject({ articles: 0, chunks: 0 });
    expect(await archive.termFrequencies(['句'])).toEqual({ counts: [0], chunks: 0 });
  });

  it('stores an article that is in two files once, and lets it go with the last of them', async () => {
    const { archive, writer } = await open();
    const article = prepareArticle('共有', ['共有的。']);
    await write(writer, 'a.txt', [article]);
    await write(writer, 'b.txt', [article, article]);
    expect(await archive.coverage()).toMatchObject({ articles: 1, chunks: 1 });
    expect(await writer.removeFile('a.txt')).toBe(0);
    expect((await archive.loadArticles(['id-共有']))[0]?.sourceFile).toBe('b.txt');
    expect(await writer.removeFile('b.txt')).toBe(1);
    expect(await archive.coverage()).toMatchObject({ articles: 0, chunks: 0 });
  });

  it('lets an article stand as the first of its files has it, however large that is', async () => {
    const { archive, writer } = await open();
    const articles = Array.from({ length: 210 }, (_, i) =>
      prepareArticle(`稿${i}`, Array<string>(16).fill('句。')),
    );
    await writer.writeFile({ path: 'large.txt', fingerprint: '1' }, articles);
    await write(writer, 'b.txt', [prepareArticle('稿0', Array<string>(16).fill('句。'))]);
    expect((await archive.loadArticles(['id-稿0']))[0]?.sourceFile).toBe('large.txt');
  });

  it('lists files of one page in the order in which they came', async () => {
    const { archive, writer } = await open();
    const paths = ['丙', '甲', '乙', '丁'];
    for (const path of paths)
      await writer.writeFile({ path, fingerprint: path }, [prepareArticle(path, ['一。'])]);
    await writer.flush();
    expect(await headlines(archive)).toEqual(paths);
  });

  it('renames a file without touching its articles', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('甲', ['一。'])]);
    const before = await archive.loadChunksOfArticles(['id-甲']);
    await writer.renameFile('a.txt', 'b.txt');
    expect(await writer.loadFile('a.txt')).toBeNull();
    expect((await archive.loadArticles(['id-甲']))[0]?.sourceFile).toBe('b.txt');
    expect(await archive.loadChunksOfArticles(['id-甲'])).toEqual(before);
    await expect(writer.renameFile('nowhere', 'c.txt')).rejects.toThrow(StoreError);
  });
}
