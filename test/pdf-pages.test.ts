import { describe, expect, it } from 'vitest';
import { meanOf, scorePage } from './helpers/make-page/score-page.js';
import { type PdfLayout, printPdf } from './helpers/print-pdf.js';
import { readPdf } from './helpers/read-pdf.js';
import { formatScores } from './helpers/score-marked-page.js';
import { SOURCE_ARTICLES } from './helpers/source-articles.js';

const LAYOUTS: PdfLayout[] = ['flowing', 'headlines-over-columns', 'headlines-in-columns', 'side-by-side'];

describe('pdfReader, of printed pages of four columns', () => {
  it.each(LAYOUTS)('finds the articles that were printed: %s', async (layout) => {
    const { bytes, gold } = await printPdf(SOURCE_ARTICLES.slice(0, 8), layout);
    const { articles } = await readPdf(bytes);
    const score = scorePage(articles, gold);
    const table = `${formatScores([[layout, score]])}\n${articles.map(({ kicker, headline, subheadline, byline, body }) => [kicker, headline, subheadline, byline, body.length, body.slice(0, 20), body.slice(-10)].join(' | ')).join('\n')}`;
    expect(score.bodyF1, table).toBeGreaterThanOrEqual(0.97);
    expect(score.headline, table).toBeGreaterThanOrEqual(0.95);
    expect(score.byline, table).toBeGreaterThanOrEqual(0.95);
    expect(score.spurious, table).toBe(0);
    expect(meanOf(articles.map(({ page }) => Number(page)))).toBe(4);
    expect(articles[0]).toMatchObject({ newspaper: '云江日报', issueDate: '2023-02-10' });
  });
});
