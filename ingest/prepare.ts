import type { PreparedArticle } from '../src/domain/ports.js';
import { indexTerms } from '../src/text/words.js';
import { buildArticleId } from './article-id.js';
import { splitChunks } from './chunk.js';
import type { RawArticle } from './raw-article.js';

/** Articles as read → articles ready to be stored, with their ids, chunks and terms. */
export async function* prepareArticles(
  articles: AsyncIterable<RawArticle>,
  sourceFile: string,
): AsyncGenerator<PreparedArticle> {
  const seen = new Map<string, number>();
  for await (const raw of articles) {
    const first = buildArticleId(raw, 0);
    const occurrence = seen.get(first) ?? 0;
    seen.set(first, occurrence + 1);
    const articleId = occurrence ? buildArticleId(raw, occurrence) : first;
    yield { article: { articleId, sourceFile, ...raw }, chunks: prepareChunks(raw) };
  }
}

/** The headline counts in every chunk: a chunk from the middle of an article rarely repeats what it is about. */
function prepareChunks(article: RawArticle): PreparedArticle['chunks'] {
  const { kicker, headline, subheadline, body } = article;
  const headlineTerms = indexTerms([kicker, headline, subheadline].filter(Boolean).join(' '));
  return splitChunks(body).map(({ start, end }) => ({
    start,
    end,
    terms: [...headlineTerms, ...indexTerms(body.slice(start, end))],
  }));
}
