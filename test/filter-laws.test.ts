import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Article } from '../src/domain/article.js';
import type { Archive, ArchiveWriter, PreparedArticle } from '../src/domain/ports.js';
import type { Filter } from '../src/domain/query.js';
import { openArchive } from '../src/store/archive.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { collect } from './helpers/collect.js';
import { makeUnitVector, prepareArticle, toTerms } from './helpers/prepared-article.js';
import { silentLog } from './helpers/silent-log.js';
import { embedAll, findArticleIds, MODEL } from './helpers/store-use.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const RUNS = { numRuns: 40, seed: 5 };

/** As a person names them, in full, and what their divisions' codes begin with. */
const PLACES: Record<string, { full: string; code: string }> = {
  阳曲: { full: '阳曲县', code: '140122' },
  阳泉: { full: '阳泉市', code: '1403' },
  太原市: { full: '太原市', code: '1401' },
  吕梁: { full: '吕梁市', code: '1411' },
  山西: { full: '山西省', code: '14' },
};
const CODES = ['14', '1401', '140122', '140122100', '1403', '141102', '4403'];
const NAMES = ['李明', '李明远', '王建国'];
const days = fc.constantFrom('2022-12-31', '2023-01-01', '2023-02-10', '2023-12-31', '2024-02-29');
const orNull = <T>(...values: T[]) => fc.constantFrom(null, ...values);

const article: fc.Arbitrary<PreparedArticle> = fc
  .record({
    newspaper: orNull('太原日报', '太原晚报', '阳泉日报'),
    issueDate: fc.option(days),
    page: orNull('1', '4', '04', '14', 'A4', 'a04'),
    column: orNull('民生热线', '热线', '副刊'),
    contributors: fc.subarray(NAMES),
    signed: orNull(...NAMES),
    headline: fc.constantFrom('民生', '阳曲县民生', '阳泉民生'),
    sentences: fc.array(fc.constantFrom('民生实事。', '民生在青沙县。', '吕梁市民生。'), {
      minLength: 1,
      maxLength: 3,
    }),
    places: fc.subarray(CODES),
  })
  .map(({ signed, contributors, headline, sentences, places, ...facts }) => {
    const byline = signed && `本报记者 ${[...signed].join(' ')}`;
    const people = contributors.map((name) => ({ name, role: 'reporter' as const }));
    return prepareArticle(headline, sentences, { ...facts, byline, contributors: people }, { places });
  });

const archives = fc
  .array(article, { minLength: 1, maxLength: 12 })
  .map((articles) => articles.map((one, i) => ({ ...one, article: { ...one.article, articleId: `a${i}` } })));

/** Some of the values stand in no article. */
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    newspaper: fc.constantFrom('太原日报', '太原晚报', '太原', '大同日报', ''),
    from: days,
    to: days,
    page: fc.constantFrom('4', '04', 'a4', 'A4', '14', '7', '0', ' '),
    column: fc.constantFrom('热线', '民生热线', '体育', '%'),
    contributor: fc.constantFrom(...NAMES, '李 明', 'reporter', '明'),
    place: fc.constantFrom(...Object.keys(PLACES), '青沙县', '望河区', ''),
  },
  { requiredKeys: [] },
);

const IMPOSSIBLE: Filter[] = [
  { newspaper: '大同日报' },
  { from: '2025-01-01' },
  { to: '2022-12-30' },
  { from: '2024-01-01', to: '2023-01-01' },
  { page: '7' },
  { column: '体育' },
  { contributor: '赵六' },
  { place: '望河区' },
  { place: '深圳市福田区' },
];

const bare = (page: string) => page.toUpperCase().replace(/^(\D?)0+(?=\d)/, '$1');

/** Whether an article is inside a filter's walls, written without a look at the store. */
function isInside({ article: one, chunks }: PreparedArticle, filter: Filter): boolean {
  const { newspaper, from, to, page, column, contributor, place } = filter;
  if (Object.values(filter).some((value) => value.trim() === '')) return false;
  if (newspaper !== undefined && one.newspaper !== newspaper) return false;
  if (from !== undefined && !(one.issueDate && one.issueDate >= from)) return false;
  if (to !== undefined && !(one.issueDate && one.issueDate <= to)) return false;
  if (page !== undefined && !(one.page && bare(one.page) === bare(page))) return false;
  if (column !== undefined && !one.column?.includes(column)) return false;
  if (contributor !== undefined && !isSignedBy(one, contributor.replace(' ', ''))) return false;
  if (place === undefined) return true;
  const known = PLACES[place];
  const text = `${one.headline}\n${one.body}`;
  if (text.includes(place) || (known && text.includes(known.full))) return true;
  return chunks.some(({ places }) => places.some((code) => known && code.startsWith(known.code)));
}

function isSignedBy({ byline, contributors }: Article, name: string): boolean {
  const names = contributors.map((one) => one.name);
  if (names.includes(name)) return true;
  const isPartOfAnother = names.some((one) => one.includes(name));
  return !isPartOfAnother && byline !== null && byline.replaceAll(' ', '').includes(name);
}

describe('filters are walls', () => {
  let archive: Archive;
  let writer: ArchiveWriter;
  let round = 0;

  beforeEach(async () => {
    const dataDir = makeTemporaryFolder();
    writer = await openArchiveWriter({ dataDir, log: silentLog });
    archive = await openArchive({ dataDir, log: silentLog });
    onTestFinished(async () => {
      await archive.close();
      await writer.close();
    });
  });

  /** The archive holds these articles and no others, with their vectors. */
  async function refill(articles: PreparedArticle[]): Promise<void> {
    round += 1;
    await writer.writeFile({ path: 'a.txt', fingerprint: String(round) }, articles);
    await writer.flush();
    await embedAll(writer);
  }

  /** Every way to look into the archive, as the ids of the articles that come out. */
  async function lookInside(filter: Filter) {
    const vector = makeUnitVector(1, MODEL.dimension);
    const listed = await collect(archive.listArticles(filter));
    const issues = await archive.listIssues(filter);
    return {
      byWords: await findArticleIds(archive, { terms: toTerms('民生'), vector: null, filter, limit: 100 }),
      byVector: await findArticleIds(archive, { terms: [], vector, filter, limit: 100 }),
      listed: listed.map(({ articleId }) => articleId).sort(),
      counted: issues.reduce((sum, { articles }) => sum + articles, 0),
    };
  }

  it('what comes out is what is inside, by words, by vector and in lists', async () => {
    const property = fc.asyncProperty(
      archives,
      fc.array(filters, { minLength: 1, maxLength: 8, size: 'max' }),
      async (articles, asked) => {
        await refill(articles);
        for (const filter of asked) {
          const inside = articles.filter((one) => isInside(one, filter)).map((one) => one.article.articleId);
          const ids = inside.sort();
          expect(await lookInside(filter), JSON.stringify(filter)).toEqual({
            byWords: ids,
            byVector: ids,
            listed: ids,
            counted: ids.length,
          });
        }
      },
    );
    await fc.assert(property, RUNS);
  });

  it('with one part that nothing fits, nothing comes out, whatever the other parts are', async () => {
    const property = fc.asyncProperty(
      archives,
      filters,
      fc.constantFrom(...IMPOSSIBLE),
      async (articles, filter, impossible) => {
        await refill(articles);
        const nothing = { byWords: [], byVector: [], listed: [], counted: 0 };
        expect(await lookInside({ ...filter, ...impossible })).toEqual(nothing);
      },
    );
    await fc.assert(property, RUNS);
  });
});
