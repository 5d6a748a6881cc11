import { type FileRecord, isWhole, toReadAgain } from '../file-records.js';
import { findLackingFiles } from '../inspect/find-lacking-files.js';
import type { FaultyArticle } from '../inspect/inspect-articles.js';
import type { WriteSession } from '../write-session.js';

export async function markFilesOf(writing: WriteSession, articleIds: readonly string[]): Promise<void> {
  const holders = await writing.files.listHolding(articleIds);
  await writing.files.save(holders.filter(isWhole).map((record) => toReadAgain(record)));
}

/** Of files that name articles which are not there only the others stay. */
export async function forgetLost(writing: WriteSession): Promise<void> {
  for await (const { record, held } of findLackingFiles(writing.session))
    await writing.files.save([toReadAgain(record, held)]);
}

type Homeless = Pick<FaultyArticle, 'articleId' | 'sourceFile' | 'arrival'>;

/** Puts articles that no file names behind those of the file that they say they came from, in the order in which they came. */
export async function houseArticles(writing: WriteSession, homeless: readonly Homeless[]): Promise<void> {
  const byPath = new Map<string, Homeless[]>();
  for (const one of [...homeless].sort((a, b) => a.arrival - b.arrival))
    byPath.set(one.sourceFile, [...(byPath.get(one.sourceFile) ?? []), one]);
  for (const [path, those] of byPath) {
    const record = (await writing.files.load(path)) ?? newRecord(path, those);
    const articles = new Set([...record.articles, ...those.map(({ articleId }) => articleId)]);
    await writing.files.save([toReadAgain(record, [...articles])]);
  }
}

/** It first came in with the first of its articles; arrivals count thousandths of a millisecond, 0 is none. */
function newRecord(path: string, articles: readonly Homeless[]): FileRecord {
  const arrivals = articles.flatMap(({ arrival }) => (arrival > 0 ? [arrival] : []));
  const madeAt = arrivals.length === 0 ? 0 : Math.floor(arrivals.reduce((a, b) => Math.min(a, b)) / 1000);
  return { path, fingerprint: '', articles: [], look: null, generation: 0, madeAt };
}
