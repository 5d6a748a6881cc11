import { randomUUID } from 'node:crypto';
import { UsageError } from '../../domain/errors.js';
import { removeWithoutIssue } from '../../domain/wording/store.js';
import { findVersions } from './articles.js';
import { beginChange, goOn } from './changes.js';
import { dropFromFiles } from './drop-from-files.js';
import { claimUuid, fileUuid } from './ids.js';
import type { StoredArticle } from './objects.js';
import { findIssue } from './plan-removal.js';
import type { WriteSession } from './write-session.js';

/**
 * Of articles that leave a file, those that no other file holds, which go; the others stand from now on as the first of
 * the others has them.
 */
export async function leaveFile(
  writing: WriteSession,
  path: string,
  articleIds: readonly string[],
  leaving: ReadonlySet<string> = new Set([path]),
): Promise<StoredArticle[]> {
  const held = await findVersions(await writing.look(), articleIds);
  const others = (await writing.files.listHolding(articleIds)).filter((record) => !leaving.has(record.path));
  const firstOf = new Map<string, string>();
  for (const record of others) {
    for (const articleId of record.articles) if (!firstOf.has(articleId)) firstOf.set(articleId, record.path);
  }
  const going: StoredArticle[] = [];
  for (const stored of held) {
    const other = firstOf.get(stored.article.articleId);
    if (other === undefined) going.push(stored);
    else if (stored.article.sourceFile === path)
      await writing.collections.articles.change(stored.version, { sourceFile: other });
  }
  return going;
}

/** Returns how many articles went. */
export async function removeFiles(writing: WriteSession, paths: readonly string[]): Promise<number> {
  const leaving = new Set(paths);
  if ((await writing.files.loadAll(paths)).size === 0) return 0;
  return takeOut(writing, paths, async () => {
    const articles: StoredArticle[] = [];
    const files: string[] = [];
    for (const path of paths) {
      const record = await writing.files.load(path);
      if (record === null) continue;
      files.push(fileUuid(path));
      articles.push(...(await leaveFile(writing, path, record.articles, leaving)));
    }
    return { articles, files };
  });
}

export async function removeIssue(
  writing: WriteSession,
  issue: { newspaper?: string; date?: string },
): Promise<number> {
  if (issue.newspaper === undefined && issue.date === undefined) throw new UsageError(removeWithoutIssue());
  return removeArticles(writing, await findIssue(await writing.look(), issue));
}

export async function removeArticles(writing: WriteSession, articleIds: readonly string[]): Promise<number> {
  const holders = await writing.files.listHolding(articleIds);
  const paths = holders.map(({ path }) => path);
  return takeOut(writing, paths, async () => {
    return { articles: await findVersions(await writing.look(), articleIds), files: [] };
  });
}

/**
 * All are seen to go at once, then the files follow, then what is not seen any more goes. What others change of these files
 * meanwhile is waited for.
 * @param find all versions of the articles and the objects of the files that go
 */
async function takeOut(
  writing: WriteSession,
  paths: readonly string[],
  find: () => Promise<{ articles: readonly StoredArticle[]; files: readonly string[] }>,
): Promise<number> {
  const [path = ''] = paths;
  const change = { id: randomUUID(), path: '' };
  const claims = paths.map(claimUuid);
  await beginChange(writing, { ...change, going: claims }, paths);
  const { articles, files } = await find().catch(async (error: unknown) => {
    await writing.state.forgetChange(change.id);
    throw error;
  });
  const versions = [...new Set(articles.map(({ version }) => version))];
  const going = [...versions, ...files];
  if (going.length > 0) {
    await goOn(writing, { ...change, state: 'removing', going: [...going, ...claims] }, path);
    await dropFromFiles(writing, going);
    await writing.leaving.add({ ...change, going: versions });
  } else await writing.state.forgetChange(change.id);
  await writing.pulse();
  return countArticles(articles);
}

/** Of one that two machines stored differently all versions go. */
export const countArticles = (versions: readonly StoredArticle[]): number =>
  new Set(versions.map(({ article }) => article.articleId)).size;
