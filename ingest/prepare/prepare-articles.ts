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
  for await (const { article: raw, chunks } of preparer.prepare(articles)) {
    const first = buildArticleId(raw, 0);
    const occurrence = seen.get(first) ?? 0;
    seen.set(first, occurrence + 1);
    const articleId = occurrence ? buildArticleId(raw, occurrence) : first;
    yield { article: { articleId, sourceFile, ...raw }, chunks };
  }
}
