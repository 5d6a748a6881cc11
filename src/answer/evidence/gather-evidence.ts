import type { Hit } from '../../domain/answer.js';
import type { Archive } from '../../domain/ports.js';
import type { Query } from '../../domain/query.js';
import type { Search } from '../../search/search.js';
import { chooseEvidence } from './choose-evidence.js';
import type { Evidence } from './evidence.js';
import { judgeSentences } from './judge-sentences.js';
import { weighKeywords } from './keyword-weights.js';

/** How many hits an answer is looked for in. */
const HITS = 30;

/** What the archive says to one question: the sentences that may answer it, and all that were judged. */
export type Gathered = {
  query: Query;
  /** The hits of the articles that hold evidence. */
  hits: Hit[];
  judged: Evidence[];
  /** Best first; empty: nothing answers. */
  evidence: Evidence[];
  notes: string[];
  /** Milliseconds that the search took, judging left out. */
  searchMs: number;
};

/** Searches, judges every sentence that was found and keeps those that may answer. */
export async function gatherEvidence(
  { archive, search, clock }: { archive: Archive; search: Search; clock: () => number },
  query: Query,
): Promise<Gathered> {
  const started = clock();
  const { hits, notes } = await search(query, HITS);
  const searchMs = clock() - started;
  const judged = judgeSentences(query, await weighKeywords(archive, query), hits);
  const chosen = chooseEvidence(query, judged);
  const articles = new Set(chosen.evidence.map(({ article }) => article.articleId));
  return {
    query,
    hits: hits.filter(({ article }) => articles.has(article.articleId)),
    judged,
    evidence: chosen.evidence,
    notes: [...notes, ...chosen.notes],
    searchMs,
  };
}
