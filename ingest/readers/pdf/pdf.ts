import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest.js';
import { continueArticles } from '../../continue/continue-articles.js';
import { explainPage } from '../../pages/explain-page.js';
import type { Reader } from '../reader.js';
import { isPdf } from './open-pdf-pages.js';

/**
 * PDF with a text layer: a page of print a page of the file, or an issue that was set anew in one column. The places,
 * fonts and sizes of the text tell columns, headlines and the order of reading.
 */
export const pdfReader: Reader = {
  endings: ['.pdf'],
  accepts: isPdf,
  async *read(path, reading) {
    const { pages, siblings, problems } = await reading.openWithSiblings(path, reading.given);
    problems.forEach(reading.onProblem);
    if (!pages.some(({ takeApart }) => takeApart().articles.length))
      throw new InputError(wording.noArticles(path));
    const given = new Set<string>();
    for (const page of pages) {
      const others = [...pages.filter((other) => other !== page), ...siblings];
      const whole = continueArticles(page, others);
      reading.onExplain?.(explainPage(path, page.issue, page.takeApart(), whole));
      for (const { article, parts } of whole) {
        const key = JSON.stringify([article.page, article.headline, article.body]);
        // An article that goes on over pages comes with its first one in this file; files that were put together hold
        // some twice.
        const first = parts.find((part) => pages.includes(part.page));
        if (first?.page === page && !given.has(key)) yield article;
        given.add(key);
      }
    }
  },
};
