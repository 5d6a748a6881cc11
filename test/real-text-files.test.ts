import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAllText } from './helpers/read-all-text.js';
import { readFileAt } from './helpers/read-as-article.js';

// Files of people's archives, which are not part of this project: they are read where they lie beside it.

const REAL = join(import.meta.dirname, '../../shared/real');
const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/gu, '');
const filesOf = (folder: string, wanted: RegExp) =>
  readdirSync(join(REAL, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .map((name) => join(REAL, folder, name));

describe.skipIf(!existsSync(REAL))('files as archives hold them (left out where ../shared is not)', () => {
  it('of one article each have their deck, day and page right', async () => {
    for (const path of filesOf('one-file-an-article', /\.txt$/u)) {
      const [kicker, headline, subheadline] = readAllText(path, 'utf-8').split('\n').map(squeeze);
      const { articles } = await readFileAt(path);
      const [, day, page] = /^(\d{8})-(\d\d)/u.exec(basename(path)) ?? [];
      expect(articles).toHaveLength(1);
      expect([articles[0]?.kicker, articles[0]?.headline, articles[0]?.subheadline].map(squeeze)).toEqual([
        kicker,
        headline,
        subheadline,
      ]);
      expect(articles[0]?.issueDate?.replaceAll('-', '')).toBe(day);
      expect(articles[0]?.page).toBe(String(Number(page)));
    }
  });

  it('with their headline beside them have no navigation in the text', async () => {
    for (const path of filesOf('title-and-body-files', /\d\.txt$/u)) {
      const title = path.replace('.txt', '_Title.txt');
      const { articles } = await readFileAt(path);
      if (existsSync(title))
        expect(articles[0]?.headline).toBe(readAllText(title, 'gb18030').replace(/\s+/gu, ' ').trim());
      expect(articles).toMatchObject([{ newspaper: '人民日报', issueDate: '2011-01-01' }]);
      expect(articles[0]?.body).not.toMatch(/人民数据|联系电话|打印记录|字号|【作者/u);
    }
  });

  it('of dumps and Markdown give articles with a headline and a day', async () => {
    for (const path of [...filesOf('json-dumps', /\.json$/u), ...filesOf('markdown', /\.md$/u)]) {
      // The index of an issue has no texts.
      if (basename(path).startsWith('issue_')) await expect(readFileAt(path)).rejects.toThrow('只有标题');
      else
        for (const article of (await readFileAt(path)).articles) {
          expect(article.headline).toBeTruthy();
          expect(article.issueDate).toMatch(/^\d{4}-\d\d-\d\d$/u);
          expect(article.body).not.toMatch(/enpproperty|<\w+>|^###/u);
        }
    }
  });
});
