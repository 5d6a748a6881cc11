import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOne } from './helpers/read-html.js';

// Published pages, which are not part of this project: they are read where they lie beside it, and left out elsewhere.

const REAL = join(import.meta.dirname, '../../shared/real');
const list = (folder: string): string[] =>
  existsSync(join(REAL, folder))
    ? readdirSync(join(REAL, folder)).map((name) => join(REAL, folder, name))
    : [];

const squeeze = (html: string): string =>
  html
    .replace(/<[^>]+>/gu, '')
    .replace(/&nbsp;|\s/gu, '')
    .replace(/&middot;/gu, '·');
const between = (page: string, opening: string, closing: string): string => {
  const start = page.lastIndexOf(opening) + opening.length;
  return squeeze(page.slice(start, page.indexOf(closing, start)));
};

const epaper = list('founder-html/rmrb-2022-01');
const database = list('people-data-pages');

describe.skipIf(epaper.length === 0)('real pages (left out where ../shared does not hold them)', () => {
  it.each(epaper)('%s gives the article that its own data describe', async (path) => {
    const page = readFileSync(path, 'utf8');
    const field = (name: string) => between(page, `<founder-${name}>`, `</founder-${name}>`);
    const article = await readOne(page);
    expect(squeeze(article.headline ?? '')).toBe(field('title'));
    expect(squeeze(article.kicker ?? '')).toBe(field('introtitle'));
    expect(squeeze(article.subheadline ?? '')).toBe(field('subtitle'));
    expect(article.issueDate).toBe(field('date'));
    expect(article.page).toBe(field('pagenum').replace(/^0/u, ''));
    expect(article.newspaper).toBe(field('papername'));
    if (field('author')) expect(squeeze(article.byline ?? '')).toBe(field('author'));
    expect(squeeze(article.body).startsWith(between(page, '<!--enpcontent-->', '<!--/enpcontent-->'))).toBe(
      true,
    );
  });

  it.each(database)('%s gives the article that it shows', async (path) => {
    const page = readFileSync(path, 'utf8');
    const article = await readOne(page);
    expect(squeeze(article.headline ?? '')).toBe(between(page, '<div class="title">', '</div>'));
    const issue = `${article.newspaper}${article.issueDate}第${article.page}版`;
    expect(issue).toBe(`人${between(page, '【人', '版')}版`);
  });
});
