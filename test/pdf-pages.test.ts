import { describe, expect, it } from 'vitest';
import { scorePage } from './helpers/make-page/score-page.js';
import { type PdfLayout, type PrintedPdf, printPdf } from './helpers/print-pdf.js';
import { printResetIssue } from './helpers/print-reset-issue.js';
import { type ReadPdf, readPdf } from './helpers/read-pdf.js';
import { formatScores } from './helpers/score-marked-page.js';
import { SOURCE_ARTICLES } from './helpers/source-articles.js';

const LAYOUTS: PdfLayout[] = ['flowing', 'headlines-over-columns', 'headlines-in-columns', 'side-by-side'];
const ON_A_PAGE = 4;

describe('pdfReader, of printed pages of four columns', () => {
  let made: Promise<{ printed: PrintedPdf; read: ReadPdf }> | null = null;
  const make = async () => {
    const printed = await printPdf(
      LAYOUTS.map((layout, index) => {
        const first = (index * ON_A_PAGE) % (SOURCE_ARTICLES.length - ON_A_PAGE + 1);
        return { layout, sources: SOURCE_ARTICLES.slice(first, first + ON_A_PAGE) };
      }),
    );
    return { printed, read: await readPdf(printed.bytes) };
  };
  const readOnce = () => (made ??= make());

  it.each(LAYOUTS)('finds the articles that were printed: %s', async (layout) => {
    const { printed, read } = await readOnce();
    const { page, gold = [] } = printed.pages[LAYOUTS.indexOf(layout)] ?? {};
    const score = scorePage(
      read.articles.filter((article) => article.page === page),
      gold,
    );
    const table = formatScores([[layout, score]]);
    expect(score.bodyF1, table).toBeGreaterThanOrEqual(0.97);
    expect(score.headline, table).toBeGreaterThanOrEqual(0.95);
    expect(score.byline, table).toBeGreaterThanOrEqual(0.95);
    expect(score.spurious, table).toBe(0);
  });

  it('takes newspaper, day and page off each page, and tells how it was taken apart', async () => {
    const { read } = await readOnce();
    expect(new Set(read.articles.map(({ newspaper, issueDate }) => `${newspaper} ${issueDate}`))).toEqual(
      new Set(['云江日报 2023-02-10']),
    );
    expect(read.problems).toEqual([]);
    expect(read.explained).toContain('第4版，共 4 篇');
    expect(read.explained).toContain('责任编辑：方小满 校对：何叶');
  });
});

describe('pdfReader, of an issue that was set anew in one column', () => {
  it('splits it at its headlines, each article where it was printed', async () => {
    const sources = SOURCE_ARTICLES.slice(0, 4).map((source) => ({
      ...source,
      paragraphs: [...source.paragraphs, ...source.paragraphs, ...source.paragraphs],
    }));
    const { articles, explained } = await readPdf(await printResetIssue(sources), '合订.pdf');
    expect(
      articles.map(({ headline, page, byline, newspaper, issueDate }) => ({
        headline,
        page,
        byline,
        newspaper,
        issueDate,
      })),
    ).toEqual(
      sources.map(({ headline, reporters }, index) => ({
        headline,
        page: String(index + 1),
        byline: `记者 ${reporters.join(' ')}`,
        newspaper: '云江日报',
        issueDate: '2023-02-10',
      })),
    );
    expect(articles.map(({ body }) => body)).toEqual(
      sources.map(({ paragraphs: [first, ...rest] }) => [first, '往后看', ...rest].join('\n')),
    );
    expect(explained).toContain('云江日报文章目录');
  });
});
