import { expect, it } from 'vitest';
import type { Contributor } from '../../src/domain/article.js';
import type { Filter } from '../../src/domain/query.js';
import { prepareArticle } from './prepared-article.js';
import { embedAll, headlines, type OpenedStore, search, write } from './store-use.js';

const TIMES = [{ from: '2023-02-09', to: '2023-02-09', text: '昨日' }];
const reporter = (name: string): Contributor => ({ name, role: 'reporter' });

export function describeWalls(open: () => Promise<OpenedStore>): void {
  async function openWithWalls() {
    const store = await open();
    await write(store.writer, 'a.txt', [
      prepareArticle('离石', ['离石区修路。'], { page: '4' }, { places: ['141102'] }),
      prepareArticle('阳曲', ['全县修路。'], { page: '04' }, { places: ['140122'] }),
      prepareArticle('黄寨', ['镇上修路。'], { page: 'A4' }, { places: ['140122100'] }),
      prepareArticle('阳泉', ['全市修路。'], { page: 'a04' }, { places: ['1403'] }),
      prepareArticle('旧阳曲', ['阳曲县修路。'], { page: '14', column: '民生热线' }),
      prepareArticle('晋升', ['晋升考试。'], { page: null, column: '热线' }),
      prepareArticle('青沙', ['青沙县修路。'], {
        page: null,
        contributors: [reporter('李明远')],
        byline: '记者 李明远',
      }),
      prepareArticle('署名', ['修路。'], {
        page: null,
        contributors: [reporter('李明')],
        byline: '记者 李明',
      }),
      prepareArticle('署在行里', ['修路。'], { page: null, byline: '本报记者 李　明 文/图' }),
      prepareArticle('问答', ['修桥。'], { page: null, column: '你问我答?"\\%', byline: '小*王' }),
      prepareArticle('问答二', ['修桥。'], { page: null, column: '你问我答吗', byline: '小李王' }),
    ]);
    return store;
  }

  it.each<[string, Filter, string[]]>([
    [
      'a county, with its townships and what was stored before',
      { place: '阳曲' },
      ['旧阳曲', '阳曲', '黄寨'],
    ],
    ['a county in full', { place: '阳曲县' }, ['旧阳曲', '阳曲', '黄寨']],
    ['a city whose name begins with the same character', { place: '阳泉' }, ['阳泉']],
    ['a city, with the districts inside it', { place: '吕梁' }, ['离石']],
    ['a province', { place: '山西省' }, ['离石', '阳曲', '阳泉', '黄寨']],
    ['a place that no gazetteer knows', { place: '青沙县' }, ['青沙']],
    ['a place that is nowhere', { place: '望河区' }, []],
    ['a page, with its zero or without', { page: '4' }, ['离石', '阳曲']],
    ['a page as people say it', { page: '第04版' }, ['离石', '阳曲']],
    ['a page of a section, in small letters', { page: 'a4' }, ['阳泉', '黄寨']],
    ['a page that is not there', { page: '5' }, []],
    ['a contributor, not one with a longer name', { contributor: '李明' }, ['署名', '署在行里']],
    ['a contributor with a blank between the characters', { contributor: '李 明远' }, ['青沙']],
    ['what stands in the records of contributors, but is no name', { contributor: 'reporter' }, []],
    ['part of a column’s name', { column: '热线' }, ['旧阳曲', '晋升']],
    ['a column in no page’s name', { column: '副刊' }, []],
    ['a column and a page', { column: '热线', page: '14' }, ['旧阳曲']],
    ['a column with a sign that stands for others in a pattern', { column: '我答?' }, ['问答']],
    ['a column with quotes and signs of other languages', { column: '"\\%' }, ['问答']],
    ['a sign that stands for others in a pattern alone', { column: '*' }, []],
    ['a contributor with a sign that stands for others', { contributor: '小*王' }, ['问答']],
    ['a page and a place that do not meet', { page: '14', place: '吕梁' }, []],
    ['a blank', { column: ' ' }, []],
  ])('walled in by %s, finds only what is inside', async (_name, filter, expected) => {
    const { archive } = await openWithWalls();
    expect((await headlines(archive, filter)).sort()).toEqual([...expected].sort());
  });

  it('gives back the times and places of a chunk', async () => {
    const { archive, writer } = await open();
    const spoken = { times: TIMES, places: ['1401', '140122'] };
    await write(writer, 'a.txt', [
      prepareArticle('甲', ['一。'], {}, spoken),
      prepareArticle('乙', ['二。']),
    ]);
    const [chunk] = await archive.loadChunksOfArticles(['id-甲']);
    expect(chunk).toMatchObject(spoken);
    const [loaded] = await archive.loadChunksInArticles([chunk?.chunkId ?? 0]);
    expect(loaded).toMatchObject({ chunk, places: spoken.places });
    expect((await archive.loadChunksOfArticles(['id-乙']))[0]).toMatchObject({ times: [], places: [] });
  });

  it('brings times and places up to date when nothing else has changed, without losing vectors', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('甲', ['修路。'])], '1');
    await embedAll(writer);
    expect(await headlines(archive, { place: '阳曲县' })).toEqual([]);

    const counts = await write(
      writer,
      'a.txt',
      [prepareArticle('甲', ['修路。'], {}, { times: TIMES, places: ['140122'] })],
      '2',
    );
    expect(counts).toMatchObject({ added: 0, unchanged: 1 });
    expect(await archive.loadChunksOfArticles(['id-甲'])).toMatchObject([
      { times: TIMES, places: ['140122'] },
    ]);
    expect(await headlines(archive, { place: '阳曲县' })).toEqual(['甲']);
    expect(await search(archive, '路', { place: '太原' })).toEqual(['修路。']);
    expect(await writer.countUnembedded()).toBe(0);

    const moved = prepareArticle('甲', ['修路。'], {}, { times: [], places: ['1411'] });
    await write(writer, 'a.txt', [moved], '3');
    expect(await headlines(archive, { place: '阳曲县' })).toEqual([]);
    expect(await headlines(archive, { place: '吕梁' })).toEqual(['甲']);
  });

  it('forgets the places of an article that goes', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [prepareArticle('甲', ['修路。'], {}, { places: ['140122'] })]);
    await writer.removeArticle('id-甲');
    await write(writer, 'b.txt', [prepareArticle('乙', ['修路。'])]);
    expect(await headlines(archive, { place: '阳曲县' })).toEqual([]);
  });
}
