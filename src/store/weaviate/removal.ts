import { UsageError } from '../../domain/errors.js';
import { removeWithoutIssue } from '../../domain/wording/store.js';
import { findArticles } from './articles.js';
import type { FileRecord } from './file-records.js';
import { changeUuid } from './ids.js';
import { removeVersions } from './leaving.js';
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
  const held = await findArticles(await writing.look(), articleIds);
  const others = (await writing.files.listHolding(articleIds)).filter((record) => !leaving.has(record.path));
  const firstOf = new Map<string, string>();
  for (const record of others) {
    for (const articleId of record.articles) if (!firstOf.has(articleId)) firstOf.set(articleId, record.path);
  }
  const going: StoredArticle[] = [];
  for (const [articleId, stored] of held) {
    const other = firstOf.get(articleId);
    if (other === undefined) going.push(stored);
    else if (stored.article.sourceFile === path)
      await writing.collections.articles.change(stored.version, { sourceFile: other });
  }
  return going;
}

/** Each returns how many articles went. */
export async function removeFiles(writing: WriteSession, paths: readonly string[]): Promise<number> {
  const leaving = new Set(paths);
  const going: StoredArticle[] = [];
  const records: FileRecord[] = [];
  for (const path of paths) {
    const record = await writing.files.load(path);
    if (record === null) continue;
    records.push(record);
    going.push(...(await leaveFile(writing, path, record.articles, leaving)));
  }
  const versions = [...new Map(going.map((stored) => [stored.version, stored])).values()];
  await takeOut(writing, versions, async () => {
    for (const { path } of records) await writing.files.remove(path);
  });
  return versions.length;
}

export async function removeIssue(
  writing: WriteSession,
  issue: { newspaper?: string; date?: string },
): Promise<number> {
  if (issue.newspaper === undefined && issue.date === undefined) throw new UsageError(removeWithoutIssue());
  return removeArticles(writing, await findIssue(await writing.look(), issue));
}

/**
 * A file keeps its record while any of its articles is left, so that its next ingest does not bring the removed ones
 * back; a file of which nothing is left is forgotten.
 */
export async function removeArticles(writing: WriteSession, articleIds: readonly string[]): Promise<number> {
  const held = await findArticles(await writing.look(), articleIds);
  if (held.size === 0) return 0;
  const records = await writing.files.listHolding([...held.keys()]);
  await takeOut(writing, [...held.values()], async () => {
    for (const record of records) {
      const articles = record.articles.filter((articleId) => !held.has(articleId));
      if (articles.length === 0) await writing.files.remove(record.path);
      else await writing.files.save([{ ...record, articles }]);
    }
  });
  return held.size;
}

/** All are seen to go at once, then the records follow, then what is not seen any more. */
async function takeOut(
  writing: WriteSession,
  going: readonly StoredArticle[],
  changeRecords: () => Promise<void>,
): Promise<void> {
  const versions = going.map(({ version }) => version);
  const path = going[0]?.article.sourceFile ?? '';
  const id = changeUuid(path, versions.join(' '), Date.now());
  if (versions.length > 0) await writing.state.saveChange({ id, path, state: 'switched', going: versions });
  await changeRecords();
  await removeVersions(writing.collections, versions);
  if (versions.length > 0) await writing.state.forgetChange(id);
  await writing.pulse();
}
