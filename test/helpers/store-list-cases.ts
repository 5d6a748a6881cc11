import { expect, it } from 'vitest';
import { UsageError } from '../../src/domain/errors.js';
import { prepareArticle } from './prepared-article.js';
import { embedAll, headlines, type OpenedStore, write } from './store-use.js';

export function describeRemoval(open: () => Promise<OpenedStore>): void {
  const issue = (newspaper: string | null, issueDate: string | null) => ({ newspaper, issueDate });

  it('takes out an issue by newspaper and date, by either, and nothing without both', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [
      prepareArticle('一', ['句。'], issue('太原日报', '2023-01-01')),
      prepareArticle('二', ['句。'], issue('太原日报', '2023-01-02')),
      prepareArticle('三', ['句。'], issue('太原晚报', '2023-01-02')),
      prepareArticle('四', ['句。'], issue('阳泉日报', null)),
    ]);
    await expect(writer.removeIssue({})).rejects.toThrow(UsageError);
    expect(await writer.removeIssue({ newspaper: '太原日报', date: '2023-01-02' })).toBe(1);
    expect(await headlines(archive)).toEqual(['一', '三', '四']);
    expect(await writer.removeIssue({ date: '2023-01-02' })).toBe(1);
    expect(await writer.removeIssue({ newspaper: '阳泉日报' })).toBe(1);
    expect(await writer.removeIssue({ newspaper: '阳泉日报' })).toBe(0);
    expect(await headlines(archive)).toEqual(['一']);
  });

  it('keeps the file of a removed article in mind until its last article goes', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('甲', ['一。']), prepareArticle('乙', ['二。'])]);
    await embedAll(writer);
    expect(await writer.removeArticle('id-甲')).toBe(1);
    expect(await writer.removeArticle('id-甲')).toBe(0);
    expect(await writer.loadFile('a.txt')).toMatchObject({ articles: 1 });
    expect(await archive.coverage()).toMatchObject({ articles: 1, chunks: 1, vectors: 1 });
    expect(await writer.removeArticle('id-乙')).toBe(1);
    expect(await writer.loadFile('a.txt')).toBeNull();
  });
}

export function describeLists(open: () => Promise<OpenedStore>): void {
  async function openWithPages() {
    const store = await open();
    const put = (headline: string, newspaper: string | null, issueDate: string | null, page: string | null) =>
      prepareArticle(headline, ['句。'], { newspaper, issueDate, page });
    await write(store.writer, 'a.txt', [
      put('晚十版', '太原晚报', '2023-01-02', '10'),
      put('晚二版甲', '太原晚报', '2023-01-02', '2'),
      put('晚二版乙', '太原晚报', '2023-01-02', '2'),
      put('晚昨日', '太原晚报', '2023-01-01', '1'),
      put('日', '太原日报', '2023-01-03', null),
      put('无', null, null, null),
    ]);
    return store;
  }

  it('lists articles by newspaper, date, page and place on the page', async () => {
    const { archive } = await openWithPages();
    expect(await headlines(archive)).toEqual(['日', '晚昨日', '晚二版甲', '晚二版乙', '晚十版', '无']);
  });

  it('lists issues newest first, those without a date last', async () => {
    const { archive } = await openWithPages();
    expect(await archive.listIssues({})).toEqual([
      { newspaper: '太原日报', issueDate: '2023-01-03', pages: [], articles: 1 },
      { newspaper: '太原晚报', issueDate: '2023-01-02', pages: ['2', '10'], articles: 3 },
      { newspaper: '太原晚报', issueDate: '2023-01-01', pages: ['1'], articles: 1 },
      { newspaper: null, issueDate: null, pages: [], articles: 1 },
    ]);
    expect(await archive.listIssues({ newspaper: '太原日报' })).toHaveLength(1);
  });

  it('says what the archive covers', async () => {
    const { archive } = await openWithPages();
    expect(await archive.coverage()).toEqual({
      newspapers: [
        { newspaper: '太原日报', from: '2023-01-03', to: '2023-01-03', issues: 1, articles: 1, undated: 0 },
        { newspaper: '太原晚报', from: '2023-01-01', to: '2023-01-02', issues: 2, articles: 4, undated: 0 },
        { newspaper: null, from: null, to: null, issues: 0, articles: 1, undated: 1 },
      ],
      articles: 6,
      chunks: 6,
      vectors: 0,
    });
  });

  it('goes on listing while articles go', async () => {
    const { archive, writer } = await open();
    await write(
      writer,
      'a.txt',
      Array.from({ length: 150 }, (_, i) => prepareArticle(`稿${i}`, ['句。'])),
    );
    const seen: string[] = [];
    for await (const { articleId } of archive.listArticles({})) {
      if (seen.length === 0) {
        await writer.removeArticle('id-稿149');
        await writer.flush();
      }
      seen.push(articleId);
    }
    expect(seen).toHaveLength(149);
  });
}
