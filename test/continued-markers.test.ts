import { describe, expect, it } from 'vitest';
import { canBeSamePage, findMarker, parseMarker } from '../ingest/continue/marker.js';
import { takeApart } from '../ingest/pages/take-apart.js';
import { BRIDGE, HEATING, pageOf, ROADS, SCHOOL } from './helpers/continued-pages.js';

describe('a marker of print', () => {
  it.each([
    ['（下转第2版）', 'on', '2', null, null],
    ['（下转2版）', 'on', '2', null, null],
    ['下转A02版', 'on', 'A2', null, null],
    ['(下转第三版)', 'on', '3', null, null],
    ['下转第 2 版①', 'on', '2', '①', null],
    ['▼下转第12版', 'on', '12', null, null],
    ['（转4版）', 'on', '4', null, null],
    ['（紧接第一版）', 'from', '1', null, null],
    ['（上接第1版）', 'from', '1', null, null],
    ['上接A01版', 'from', 'A1', null, null],
    ['（上接1版《石渡大桥封顶》）', 'from', '1', null, '石渡大桥封顶'],
    ['上接第1版《石渡大桥封顶》', 'from', '1', null, '石渡大桥封顶'],
    ['【上接第01版②】', 'from', '1', '②', null],
  ])('is read in %s', (text, direction, page, label, headline) => {
    expect(parseMarker(text)).toEqual({ direction, page, label, headline });
  });

  it.each([
    '他每天把报纸转给第2版的编辑',
    '报上印着“下转第二版”几个字',
    '第2版',
    '这座桥上接公路，下转渡口',
    '任务由县里接第3版方案办',
  ])('is not seen in %s', (text) => {
    expect(findMarker(text)).toBeNull();
  });

  it.each([
    ['2', '02', true],
    ['A2', 'A02', true],
    ['2', 'A02', true],
    [null, '3', true],
    ['A2', 'B2', false],
    ['2', '12', false],
  ])('names page %s where a page is known as %s: %s', (one, other, expected) => {
    expect(canBeSamePage(one, other)).toBe(expected);
  });
});

describe('takeApart, where an article goes on on another page', () => {
  const read = (...blocks: string[]) => takeApart(pageOf(...blocks));

  it.each([
    ['at the end of its paragraph', `${BRIDGE.first}（下转第2版）`],
    ['alone on a line', `${BRIDGE.first}\n\n（下转第2版）`],
    ['without brackets', `${BRIDGE.first}下转第2版`],
    ['over two lines', `${BRIDGE.first}（下转\n第2版）`],
    ['over two lines, in its brackets', `${BRIDGE.first}（下转第2版\n）`],
  ])('keeps the marker out of the body and among the furniture: %s', (_, first) => {
    const { articles, furniture } = read(BRIDGE.headline, first, SCHOOL);
    expect(articles.map(({ article }) => article.headline)).toEqual([BRIDGE.headline, '城南小学启用新校舍']);
    expect(articles[0]).toMatchObject({
      article: { body: BRIDGE.first, truncated: 'end' },
      continuedOn: { page: '2' },
    });
    expect(articles[1]).toMatchObject({ article: { truncated: null }, continuedOn: null });
    expect(furniture.map(({ text }) => text.replace(/[（）]/gu, ''))).toEqual(['下转第2版']);
  });

  it.each([
    ['at the start of its text', `（上接第1版）${BRIDGE.rest}`, null],
    ['alone on a line', `（上接第1版）\n\n${BRIDGE.rest}`, null],
    ['before the headline', `上接第1版\n\n${BRIDGE.headline}\n\n${BRIDGE.rest}`, BRIDGE.headline],
    ['after the headline', `${BRIDGE.headline}\n\n（上接第1版）\n\n${BRIDGE.rest}`, BRIDGE.headline],
    ['with the headline', `（上接第1版《${BRIDGE.headline}》）\n\n${BRIDGE.rest}`, null],
    ['with the headline over two lines', `（上接第1版《石渡大桥\n主墩封顶》）\n${BRIDGE.rest}`, null],
  ])('knows the rest of an article by its marker: %s', (_, text, headline) => {
    const { articles } = read(ROADS, text);
    expect(articles).toHaveLength(2);
    expect(articles[0]).toMatchObject({ article: { truncated: null }, continuedFrom: null });
    expect(articles[1]).toMatchObject({
      article: { headline, body: BRIDGE.rest, truncated: 'start' },
      continuedFrom: { page: '1' },
    });
  });

  it('ends an article where a column has set the next one behind its marker', () => {
    const { articles } = read(
      BRIDGE.headline,
      `${BRIDGE.first}（下转第2版）${HEATING.first}高。`,
      `${HEATING.rest}`,
    );
    expect(articles.map(({ article }) => article.body)).toEqual([
      BRIDGE.first,
      `${HEATING.first}高。\n${HEATING.rest}`,
    ]);
  });

  it('finds the marker in print lines of a column', () => {
    const wrap = (text: string) => text.match(/.{1,16}/gu)?.join('\n') ?? '';
    const { articles } = read(BRIDGE.headline, wrap(`${BRIDGE.first}（下转第2版）`), wrap(HEATING.first));
    expect(articles[0]).toMatchObject({ article: { body: BRIDGE.first }, continuedOn: { page: '2' } });
    expect(articles[1]?.article.body).toBe(HEATING.first);
  });
});
