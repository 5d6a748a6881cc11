import type { PreparedArticle } from '../../src/domain/ports.js';
import { buildArticleId } from '../article-id.js';
import type { RawArticle } from '../raw-article.js';
import type { Preparer } from './preparer.js';

/** Articles as read → articles ready to be stored, with their ids, chunks and terms. */
export async function* prepareArticles(
  articles: AsyncIterable<RawArticle>,
  sourceFile: string,
  preparer: Preparer,
): AsyncGenerator<PreparedArticle> {
  const seen = new Map<string, number>();
  for await (const { article: raw, firstId, chunks } of preparer.prepare(articles)) {
    const occurrence = seen.get(firstId) ?? 0;
    seen.set(firstId, occurrence + 1);
    const articleId = occurrence ? buildArticleId(raw, occurrence) : firstId;
    yield { article: { articleId, sourceFile, ...raw }, chunks };
  }
}
