import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeApart } from '../ingest/pages/take-apart.js';
import { parseByline, parseClosingByline } from '../ingest/pages/text/byline.js';
import type { RawArticle } from '../ingest/raw-article.js';
import { articlePage } from './helpers/arbitrary-article.js';
import { arbitraryPage, chaoticPage, wrap } from './helpers/arbitrary-page.js';
import {
  isMadeOf,
  joinPieces,
  piecesOn,
  solid,
  sortCharacters,
  splitPage,
  takeOut,
  wordsOf,
} from './helpers/page-text.js';
import { LONG, OPENING, wholeArticles } from './helpers/whole-articles.js';

// Laws of pages of any kind. Where one fails: the page it prints is the smallest that breaks it.

/** The same pages in every run. */
const RUNS = { seed: 20230210, numRuns: 40 };

/** Without what frames a signature or a label: brackets, squares and 本报. */
const unframed = (text: string) => solid(text).replace(/[本报（）()【】[\]〖〗□■◎]/gu, '');

/** Beside headlines and body an article’s lines hold its standing signature, and its label if that is not furniture. */
function expectSignatureAndLabel({ byline, column, body }: RawArticle, left: string) {
  const inBody = parseByline(body);
  const signed = byline ?? '';
  const standing = signed.startsWith(inBody) ? signed.slice(inBody.length) : signed;
  const signatures = signed === parseClosingByline(body) ? [standing, ''] : [standing];
  const ways = signatures.flatMap((signature) => [signature, signature + (column ?? '')]);
  expect(ways.map((way) => sortCharacters(unframed(way)))).toContain(sortCharacters(unframed(left)));
}

function expectNothingLost(page: string) {
  const parts = takeApart(page);
  for (const { article, lines } of parts.articles) {
    const shown = solid(
      [article.kicker, article.headline, article.subheadline, article.body]
        .map((text) => text ?? '')
        .join(''),
    );
    const all = shown + solid(article.byline ?? '') + solid(article.column ?? '');
    const { left, missing } = takeOut(solid(piecesOn(parts, lines, all).join('')), shown);
    expect(missing).toBe('');
    expectSignatureAndLabel(article, left);
  }
  for (const { text, lines } of parts.furniture)
    expect(isMadeOf(text, piecesOn(parts, lines, solid(text)))).toBe(true);
}

const holds = (page: fc.Arbitrary<string>, law: (page: string) => void) =>
  fc.assert(fc.property(page, law), RUNS);

describe.each([
  ['a page of print', arbitraryPage],
  ['any characters', chaoticPage],
])('takeApart, of %s', (_, anyPage) => {
  it('cleans away white space and mark-up and nothing else', () => {
    holds(anyPage, (page) => {
      expect(wordsOf(joinPieces(takeApart(page)))).toBe(wordsOf(splitPage(page)));
    });
  });

  it('puts every line into exactly one article or into furniture', () => {
    holds(anyPage, (page) => {
      const { articles, furniture, lines } = takeApart(page);
      const used = [...articles, ...furniture].flatMap((part) => part.lines);
      expect(used.sort((a, b) => a - b)).toEqual(lines.flatMap(({ numbers }) => numbers));
    });
  });

  it('keeps every character of an article’s lines in its headlines, signature, label or body, once', () => {
    holds(anyPage, expectNothingLost);
  });

  it('makes bodies of whole lines in the order of the page', () => {
    holds(anyPage, (page) => {
      const parts = takeApart(page);
      for (const { article, lines } of parts.articles)
        expect(isMadeOf(article.body, piecesOn(parts, lines, solid(article.body)))).toBe(true);
    });
  });

  it('takes the same page apart the same way twice', () => {
    holds(anyPage, (page) => {
      expect(takeApart(page)).toEqual(takeApart(page));
    });
  });

  it.each([
    ['spaces behind the lines', (lines: string[]) => lines.map((line) => `${line} \t　`).join('\n')],
    ['line ends of Windows', (lines: string[]) => lines.join('\r\n')],
    ['line ends of old Macintoshes', (lines: string[]) => lines.join('\r')],
    ['a byte order mark', (lines: string[]) => `\ufeff${lines.join('\n')}`],
    ['a line end at the end', (lines: string[]) => `${lines.join('\n')}\n`],
    ['blank lines at the end', (lines: string[]) => `${lines.join('\n')}\n\n \n\n`],
  ])('is not changed by %s', (_name, change) => {
    holds(anyPage, (page) => {
      const lines = splitPage(page);
      expect(takeApart(change(lines))).toEqual(takeApart(lines.join('\n')));
    });
  });
});

/** An editor's line or a masthead: furniture by itself. */
const furnitureLine = fc.constantFrom(
  '2023年2月10日 星期五',
  '第3版',
  '责任编辑 己六',
  '责编：己六',
  '校对：庚七',
);
const articlesOf = (page: string) => takeApart(page).articles.map(({ article }) => article);

/** Among print lines a deck, or a quoted dateline that begins a line, may still be taken for an article's opening. */
const NOT_HELD = /\n——|\n　*“?本报讯 石渡/u;
const held = articlePage.filter(({ page, setting }) => !setting.startsWith('print') || !NOT_HELD.test(page));

describe('takeApart, of a page that is one article', () => {
  it('leaves it one, with its headline, and all of its body in order', () => {
    fc.assert(
      fc.property(held, ({ page, headline, body }) => {
        const { articles, furniture } = takeApart(page);
        expect(articles.map(({ article }) => article.headline)).toEqual([headline]);
        expect(solid(articles[0]?.article.body ?? '')).toBe(solid(body.join('')));
        expect(furniture).toEqual([]);
      }),
      { ...RUNS, numRuns: 150 },
    );
  });

  it('is not changed by an editor’s line at the foot', () => {
    fc.assert(
      fc.property(held, furnitureLine, ({ page }, line) => {
        expect(articlesOf(`${page}\n\n${line}`)).toEqual(articlesOf(page));
      }),
      RUNS,
    );
  });
});

describe('takeApart, of what misled it once', () => {
  it.each(wholeArticles)('keeps an article whole that has %s', (_, lines) => {
    const { articles, furniture } = takeApart(['县里召开会议', ...lines].join('\n\n'));
    const said = lines.filter((line) => !/^\(甲一\)$/u.test(line)).join('');
    expect(articles.map(({ article }) => solid(article.body))).toEqual([solid(said)]);
    expect(furniture).toEqual([]);
  });

  it.each(['发到 a__b@example.com 即可', '姓名____，电话____', '乘法写作3**2，不是32'])(
    'drops nothing of %s',
    (text) => {
      expect(takeApart(text).lines.map((line) => line.text)).toEqual([text]);
    },
  );

  it('does not change with spaces behind a line of nothing but mark-up', () => {
    expect(takeApart('# ')).toEqual(takeApart('#'));
  });

  it('takes a heading’s mark away behind layout spaces too', () => {
    expect(takeApart('　　## 县里召开会议').lines[0]?.text).toBe('县里召开会议');
  });

  it('leaves a deck over narrow print lines a line of its own', () => {
    const page = [
      '石渡大桥主墩封顶',
      '——写在石渡大桥封顶之际',
      '□ 本报记者 甲一',
      ...wrap(LONG.repeat(6), 10),
    ];
    expect(articlesOf(page.join('\n'))[0]?.subheadline).toBe('——写在石渡大桥封顶之际');
  });

  it('leaves the items of a list lines of their own', () => {
    const items = Array.from({ length: 12 }, (_, index) => `检查第${index + 1}村的线路`);
    const [article] = articlesOf(['防汛提示', OPENING, ...items, LONG].join('\n\n'));
    expect(article?.body).toBe([OPENING, ...items, LONG].join('\n'));
  });

  it('joins the print lines of a single brief', () => {
    const text = `本报讯 2月9日，${LONG}${LONG}`;
    expect(articlesOf(['县里召开会议', ...wrap(text, 16)].join('\n'))[0]?.body).toBe(text);
  });

  it.each([
    ['澄州日报', 'above'],
    ['本版责编：甲一 电话：0351-1234567', 'below'],
    ['今日8版', 'above'],
    ['农历癸卯年正月二十', 'above'],
    ['第12345期', 'above'],
  ])('is not changed by %s %s', (line, where) => {
    const page = `县里召开会议\n\n${OPENING}\n\n${LONG}`;
    const withLine = where === 'above' ? `${line}\n\n${page}` : `${page}\n\n${line}`;
    expect(articlesOf(withLine)).toEqual(articlesOf(page));
  });
});

describe('takeApart, of lines at the edge', () => {
  it('keeps a list of bare items in the article that is signed below it', () => {
    const lines = [`本报讯 ${LONG}提示如下：`, '备好手电筒', '备好饮用水', '远离河道'];
    expect(articlesOf(['防汛提示', ...lines, '(甲一)'].join('\n\n'))[0]?.body).toBe(lines.join('\n'));
  });

  it('takes a page of one very long line apart', () => {
    expect(takeApart('会议要求抓好落实，'.repeat(3000)).articles).toHaveLength(1);
  });

  it('loses no column label', () => {
    const { articles, furniture } = takeApart(`【石渡论坛】\n——上\n【民生】\n——下\n${OPENING}`);
    const kept = [articles[0]?.article.column, ...furniture.map(({ text }) => text)].join();
    expect(kept).toContain('石渡论坛');
    expect(kept).toContain('民生');
  });

  it('leaves a column label to its article alone', () => {
    const { articles, furniture } = takeApart(`民生视窗\n\n县里召开会议\n\n${OPENING}`);
    expect(articles[0]).toMatchObject({ article: { column: '民生视窗' }, lines: [1, 3, 5] });
    expect(furniture).toEqual([]);
  });

  it('takes the second half of a headline that was extracted with its shadow for furniture', () => {
    const { articles, furniture } = takeApart(`青沙加油青沙加油\n\n${OPENING}`);
    expect(articles[0]?.article.headline).toBe('青沙加油');
    expect(furniture).toEqual([{ text: '青沙加油', lines: [1] }]);
  });

  it('finds an article on a page of lines without marks', () => {
    const poem = ['渡口', '甲一', '我从澄水边走过', '看见桥墩一天天长高', '像是春天的竹子'];
    expect(takeApart(poem.join('\n')).articles).toHaveLength(1);
  });

  it('is not changed by a masthead or an editor’s line, whatever the page', () => {
    fc.assert(
      fc.property(arbitraryPage, furnitureLine, fc.boolean(), (page, line, above) => {
        expect(articlesOf(above ? `${line}\n\n${page}` : `${page}\n\n${line}`)).toEqual(articlesOf(page));
      }),
      { ...RUNS, numRuns: 80 },
    );
  });
});
