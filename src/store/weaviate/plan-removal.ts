import { sep } from 'node:path';
import type { RemovalPlan, RemovalTarget } from '../../domain/removal.js';
import { findArticles } from './articles.js';
import { MOST_RESULTS } from './collection.js';
import { cutInto } from './cut-batches.js';
import { anyOf, equal, like, or } from './filter-value.js';
import { toDayNumber } from './objects.js';
import type { View } from './read-session.js';

/** What a removal would take out, without doing it. */
export async function planRemoval(view: View, target: RemovalTarget): Promise<RemovalPlan> {
  if (target.by === 'file') return planFiles(view, target.path);
  const going =
    target.by === 'issue' ? await findIssue(view, target) : await findThose(view, target.articleIds);
  const paths = await findFilesOf(view, going);
  const held = going.map((articleId) => ({ articleId, files: paths.get(articleId) ?? [] }));
  return { files: [], going, staying: [], shared: held.filter(({ files }) => files.length > 1) };
}

export async function findIssue(
  view: View,
  { newspaper, date }: { newspaper?: string; date?: string },
): Promise<string[]> {
  const filter = view.seen(
    'article',
    newspaper === undefined ? null : equal('newspaper', newspaper),
    date === undefined ? null : equal('day', toDayNumber(date)),
  );
  const properties = ['articleId'];
  const ids: string[] = [];
  for await (const one of view.collections.articles.walk({ by: 'number', filter, properties }))
    ids.push(String(one.properties.articleId));
  return [...new Set(ids)];
}

async function findThose(view: View, articleIds: readonly string[]): Promise<string[]> {
  const found = await findArticles(view, articleIds);
  return [...new Set(articleIds)].filter((articleId) => found.has(articleId));
}

/** Of each article the paths of the files that hold it, sorted. */
async function findFilesOf(view: View, articleIds: readonly string[]): Promise<Map<string, string[]>> {
  const wanted = new Set(articleIds);
  const paths = new Map<string, string[]>();
  for (const some of cutInto(articleIds, 500)) {
    const filter = anyOf('articles', some);
    const files = await view.collections.files.find({
      filter,
      limit: MOST_RESULTS,
      properties: ['path', 'articles'],
    });
    for (const { properties } of files) {
      for (const articleId of properties.articles as string[]) {
        if (!wanted.has(articleId)) continue;
        const known = paths.get(articleId) ?? [];
        if (!known.includes(String(properties.path)))
          paths.set(articleId, [...known, String(properties.path)].sort());
      }
    }
  }
  return paths;
}

/** The file itself, or all that lie in the folder. What other files hold as well stays. */
async function planFiles(view: View, path: string): Promise<RemovalPlan> {
  const folder = path.endsWith(sep) ? path : path + sep;
  const filter = or(equal('path', path), like('path', `${folder}*`));
  const found = await view.collections.files.find({
    filter,
    limit: MOST_RESULTS,
    properties: ['path', 'articles'],
  });
  const files = found
    .map(({ properties }) => ({
      path: String(properties.path),
      articles: (properties.articles as string[] | undefined) ?? [],
    }))
    .filter((file) => file.path === path || file.path.startsWith(folder))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const held = [...new Set(files.flatMap(({ articles }) => articles))];
  const going = new Set(files.map((file) => file.path));
  const paths = await findFilesOf(view, held);
  const isGoing = (articleId: string) => (paths.get(articleId) ?? []).every((one) => going.has(one));
  return {
    files: [...going],
    going: held.filter(isGoing),
    staying: held.filter((articleId) => !isGoing(articleId)),
    shared: [],
  };
}
