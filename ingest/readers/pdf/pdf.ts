import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest.js';
import { continueArticles } from '../../continue/continue-articles.js';
import { explainPage } from '../../pages/explain-page.js';
import type { Reader } from '../reader.js';
import { takeDocumentApart } from './articles/take-document-apart.js';
import { openParts } from './open-parts.js';
import { readPages } from './read-pages.js';

/**
 * PDF with a text layer: a page of print a page of the file, or an issue that was set anew in one column. The places,
 * fonts and sizes of the text tell columns, headlines and the order of reading.
 */
export const pdfReader: Reader = {
  endings: ['.pdf'],
  accepts: (path) => /\.pdf$/iu.test(path),
  async *read(path, reading) {
    const pages = await readPages(path, reading);
    const parts = openParts(path, takeDocumentApart(pages), reading.given);
    if (!parts.some(({ takeApart }) => takeApart().articles.length))
      throw new InputError(wording.noArticles(path));
    const given = new Set<string>();
    for (const part of parts) {
      const whole = continueArticles(
        part,
        parts.filter((other) => other !== part),
      );
      reading.onExplain?.(explainPage(path, part.issue, part.takeApart(), whole));
      for (const { article, parts: own } of whole) {
        const key = JSON.stringify([article.page, article.headline, article.body]);
        // An article that goes on over pages comes with its first one; files that were put together hold some twice.
        if (own[0]?.page === part && !given.has(key)) yield article;
        given.add(key);
      }
    }
  },
};
