import { basename } from 'node:path';
import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest.js';
import { cleanLines } from '../../pages/blocks/line.js';
import { findIssue } from '../../pages/issue/find-issue.js';
import { takeApart } from '../../pages/take-apart.js';
import type { RawArticle } from '../../raw-article.js';
import type { Reader } from '../reader.js';
import { buildSection, listNotes } from './build-section.js';
import type { Paragraph } from './paragraph.js';
import { readParagraphs } from './read-paragraphs.js';
import { splitSections } from './split-sections.js';

/** A manuscript or a page from Word or WPS: one article, or several under headings. */
export const docxReader: Reader = {
  endings: ['.docx'],
  // Word keeps ~$….docx beside a document that is open.
  accepts: (path) => /\.docx$/iu.test(path) && !basename(path).startsWith('~$'),
  async *read(path, { given }) {
    const paragraphs = await readParagraphs(path);
    if (!paragraphs.length) throw new InputError(wording.emptyFile(path));
    const page = writePage(paragraphs);
    const issue = findIssue(path, cleanLines(page), given);
    const sections = splitSections(paragraphs);
    if (sections) for (const section of sections) yield buildSection(section, issue);
    else for (const article of takeApartText(paragraphs, page)) yield { ...article, ...issue };
  },
};

/** Without headings a document is read as a page of text is. */
function takeApartText(paragraphs: readonly Paragraph[], page: string): RawArticle[] {
  const articles = takeApart(page).articles.map(({ article }) => article);
  const last = articles.at(-1);
  if (!last) return [];
  return [...articles.slice(0, -1), { ...last, body: [last.body, ...listNotes(paragraphs)].join('\n') }];
}

const writePage = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ text, isBold }) => (isBold ? `**${text}**` : text)).join('\n\n');
