import type { Article } from '../../domain/article.js';
import type { Coverage, IssueSummary } from '../../domain/ports.js';
import type { Filter } from '../../domain/query.js';
import { comparePages } from '../compare-pages.js';
import { loadArticles } from './articles.js';
import { cutInto } from './cut-batches.js';
import { FileRecords } from './file-records.js';
import { anyOf, type Condition, equal } from './filter-value.js';
import { parseIssueKey } from './objects.js';
import type { View } from './read-session.js';
import { loadTotals } from './statistics.js';

/** Names last where they are not known. */
const compareNames = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

type Issue = { key: string; newspaper: string | null; issueDate: string | null; articles: number };

async function findIssues(view: View, walls: Condition | null): Promise<Issue[]> {
  const filter = view.seen('article', walls);
  const counts = await view.remember(`issues ${JSON.stringify(filter)}`, () =>
    view.collections.articles.countBy('issue', filter),
  );
  return Array.from(counts, ([key, articles]) => ({ key, ...parseIssueKey(key), articles }));
}

/** Newest first; issues without a date last. */
export async function listIssues(view: View, filter: Filter): Promise<IssueSummary[]> {
  const walls = await view.walls(filter);
  if (walls === null) return [];
  const condition = walls('article');
  const issues = await findIssues(view, condition);
  issues.sort((a, b) => -compareDates(a.issueDate, b.issueDate) || compareNames(a.newspaper, b.newspaper));
  const summaries: IssueSummary[] = [];
  for (const some of cutInto(issues, PAGES_AT_ONCE)) {
    summaries.push(
      ...(await Promise.all(
        some.map(async ({ key, newspaper, issueDate, articles }) => {
          const inIssue = view.seen('article', condition, equal('issue', key));
          const pages = await view.remember(`pages ${JSON.stringify(inIssue)}`, () =>
            view.collections.articles.countBy('printedPage', inIssue),
          );
          return { newspaper, issueDate, pages: [...pages.keys()].sort(comparePages), articles };
        }),
      )),
    );
  }
  return summaries;
}

/** Requests under way at the same time. */
const PAGES_AT_ONCE = 8;

/** Without a date before all others. */
const compareDates = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;

export function loadCoverage(view: View): Promise<Coverage> {
  return view.remember(`coverage ${JSON.stringify(view.snapshot.changes)}`, async () => {
    const { chunks } = view.collections;
    const [issues, chunkCount, vectors] = await Promise.all([
      findIssues(view, null),
      countChunks(view),
      chunks.count(view.seen('chunk', equal('embeddedAs', view.snapshot.vectorName))),
    ]);
    const names = [...new Set(issues.map(({ newspaper }) => newspaper))].sort(compareNames);
    const newspapers = names.map((newspaper) =>
      cover(
        newspaper,
        issues.filter((one) => one.newspaper === newspaper),
      ),
    );
    return {
      newspapers,
      articles: issues.reduce((sum, { articles }) => sum + articles, 0),
      chunks: chunkCount,
      vectors,
    };
  });
}

async function countChunks(view: View): Promise<number> {
  const seen = view.seen('chunk');
  return seen === null ? (await loadTotals(view)).chunks : view.collections.chunks.count(seen);
}

function cover(newspaper: string | null, issues: readonly Issue[]): Coverage['newspapers'][number] {
  const dates = issues.flatMap(({ issueDate }) => issueDate ?? []).sort();
  const count = (some: readonly Issue[]) => some.reduce((sum, { articles }) => sum + articles, 0);
  return {
    newspaper,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    issues: dates.length,
    articles: count(issues),
    undated: count(issues.filter(({ issueDate }) => issueDate === null)),
  };
}

export async function listNewspapers(view: View): Promise<string[]> {
  const names = new Set((await findIssues(view, null)).map(({ newspaper }) => newspaper));
  return [...names].filter((name) => name !== null).sort();
}

/**
 * In order of newspaper, issue date, page and place on the page, issue by issue. The issues are those of the moment of the
 * first step; an article that goes while the list is read is left out.
 */
export async function* listArticles(open: () => Promise<View>, filter: Filter): AsyncGenerator<Article> {
  const first = await open();
  const walls = await first.walls(filter);
  if (walls === null) return;
  const condition = walls('article');
  const issues = await findIssues(first, condition);
  issues.sort((a, b) => compareNames(a.newspaper, b.newspaper) || compareNames(a.issueDate, b.issueDate));
  for (const some of groupIssues(issues)) {
    const view = await open();
    const ids = await listIdsOfIssues(view, condition, some);
    for (const few of cutInto(ids, ARTICLES_AT_ONCE)) yield* await loadArticles(view, few);
  }
}

const ARTICLES_AT_ONCE = 100;
/** Put in order together: of many issues with few articles one by one takes as many requests. */
const IN_ORDER_AT_ONCE = { articles: 500, issues: 100 };

/** In their order; one with more articles stands alone. */
function groupIssues(issues: readonly Issue[]): string[][] {
  const groups: string[][] = [];
  let waiting = 0;
  for (const { key, articles } of issues) {
    const group = groups.at(-1);
    waiting += articles;
    if (group && waiting <= IN_ORDER_AT_ONCE.articles && group.length < IN_ORDER_AT_ONCE.issues)
      group.push(key);
    else {
      groups.push([key]);
      waiting = articles;
    }
  }
  return groups;
}

/** In the order of the issues and, as in the local store, by page, then by file, then by place in it. */
async function listIdsOfIssues(
  view: View,
  walls: Condition | null,
  issues: readonly string[],
): Promise<string[]> {
  const filter = view.seen('article', walls, anyOf('issue', issues));
  const properties = ['articleId', 'issue', 'printedPage', 'sourceFile'];
  const ranks = new Map(issues.map((issue, rank) => [issue, rank]));
  const found: { articleId: string; rank: number; page: string | null; path: string }[] = [];
  for await (const { properties: known } of view.collections.articles.walk({
    by: 'number',
    filter,
    properties,
  })) {
    const page = (known.printedPage as string | undefined) ?? null;
    const rank = ranks.get(String(known.issue)) ?? 0;
    found.push({ articleId: String(known.articleId), rank, page, path: String(known.sourceFile) });
  }
  const files = await new FileRecords(view.collections).loadAll(found.map(({ path }) => path));
  const placeOf = new Map(
    [...files.values()].flatMap((file) => file.articles.map((id, at) => [id + file.path, at])),
  );
  const at = ({ articleId, path }: (typeof found)[number]) => placeOf.get(articleId + path) ?? 0;
  const madeAt = (path: string) => files.get(path)?.madeAt ?? 0;
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      comparePlaces(a.page, b.page) ||
      madeAt(a.path) - madeAt(b.path) ||
      compareNames(a.path, b.path) ||
      at(a) - at(b) ||
      compareNames(a.articleId, b.articleId),
  );
  return [...new Set(found.map(({ articleId }) => articleId))];
}

const leadingNumber = (page: string) => Number(/^\s*[+-]?\d+/.exec(page)?.[0] ?? 0);

/** By the number that a page begins with, then as text. */
function comparePlaces(a: string | null, b: string | null): number {
  if (a === null || b === null) return compareNames(a, b);
  return leadingNumber(a) - leadingNumber(b) || compareNames(a, b);
}
