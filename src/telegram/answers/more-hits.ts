import type { Hit } from '../../domain/answer.js';
import type { AskService } from '../../domain/ports.js';
import type { Question } from '../../domain/query.js';

/** More than anybody pages through. */
const HITS = 40;

/** What the search finds for a question in articles other than those that are cited, ranked anew. */
export async function findMoreHits(
  service: Pick<AskService, 'search'>,
  asked: Question,
  cited: readonly string[],
): Promise<Hit[]> {
  const { hits } = await service.search(asked, HITS);
  return hits
    .filter(({ article }) => !cited.includes(article.articleId))
    .map((hit, index) => ({
      ...hit,
      rank: index + 1,
      reprintOf: hit.reprintOf !== null && cited.includes(hit.reprintOf) ? null : hit.reprintOf,
    }));
}
