import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  formatScores,
  type LocatedArticle,
  type MarkedArticle,
  readLines,
  scoreLocatedPage,
  scoreMarkedPage,
} from './helpers/score-marked-page.js';

// Printed pages, which are not part of this project: they are read where they lie beside it, and left out elsewhere.

const SHARED = join(import.meta.dirname, '../../shared');
const ARCHIVE = join(SHARED, 'archive');
const MARKED = join(SHARED, 'eval/segmentation.json');
const LOCATED = join(import.meta.dirname, 'fixtures/archive-pages.json');

type Page<Article> = { file: string; articles: Article[] };
const load = <Article>(path: string): Page<Article>[] => JSON.parse(readFileSync(path, 'utf8'));
const linesOf = (file: string) => readLines(join(ARCHIVE, file));

const scores = [ARCHIVE, MARKED].every((path) => existsSync(path))
  ? [
      ...load<MarkedArticle>(MARKED).map(
        ({ file, articles }) => [file, scoreMarkedPage(linesOf(file), articles)] as const,
      ),
      ...load<LocatedArticle>(LOCATED).map(
        ({ file, articles }) => [file, scoreLocatedPage(linesOf(file), articles)] as const,
      ),
    ]
  : [];
const table = formatScores(scores);

const suite = 'takeApart, on the printed pages (left out where ../shared does not hold them)';

describe.skipIf(scores.length === 0)(suite, () => {
  it('is judged by five of them', () => {
    expect(scores).toHaveLength(5);
  });

  it.each(scores)('finds the articles of %s', (_file, { bodyF1, headline, byline, spurious }) => {
    expect(bodyF1, table).toBeGreaterThanOrEqual(0.97);
    expect(headline, table).toBeGreaterThanOrEqual(0.9);
    expect(byline, table).toBeGreaterThanOrEqual(0.95);
    expect(spurious, table).toBeLessThanOrEqual(1);
  });
});
