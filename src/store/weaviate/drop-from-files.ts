import type { WriteSession } from './write-session.js';

/**
 * Lets the files follow a removal that is to be seen: those that go are forgotten, others keep their record and its
 * fingerprint while any of their articles is left, so that their next ingest does not bring the removed ones back.
 * @param going versions of articles and objects of files
 */
export async function dropFromFiles(
  { collections, files }: WriteSession,
  going: readonly string[],
): Promise<void> {
  for (const { properties } of await collections.files.findById(going, ['path']))
    await files.remove(String(properties.path));
  const articles = await collections.articles.findById(going, ['articleId']);
  const gone = new Set(articles.map(({ properties }) => String(properties.articleId)));
  for (const record of await files.listHolding([...gone])) {
    const left = record.articles.filter((articleId) => !gone.has(articleId));
    if (left.length === 0) await files.remove(record.path);
    else await files.save([{ ...record, articles: left, generation: record.generation + 1 }]);
  }
}
