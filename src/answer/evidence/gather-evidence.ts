import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Hit } from '../../domain/answer.js';
import type { Archive } from '../../domain/ports.js';
import type { Query } from '../../domain/query.js';
import type { Search } from '../../search/search.js';
import { type Chosen, chooseEvidence } from './choose-evidence.js';
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

/** All that was found for one question and how it was judged, before any of it is chosen. */
export type Searched = Pick<Gathered, 'query' | 'hits' | 'judged' | 'notes' | 'searchMs'>;

type Dependencies = { archive: Archive; search: Search; clock: () => number };

/** Searches, judges every sentence that was found and keeps those that may answer. */
export async function gatherEvidence(dependencies: Dependencies, query: Query): Promise<Gathered> {
  const searched = await searchAndJudge(dependencies, query);
  return keepChosen(searched, chooseEvidence(query, searched.judged));
}

export async function searchAndJudge(
  { archive, search, clock }: Dependencies,
  query: Query,
): Promise<Searched> {
  const started = clock();
  const { hits, notes } = await search(query, HITS);
  const searchMs = clock() - started;
  const keywords = await weighKeywords(archive, query);
  await letOthersRun();
  const judged = judgeSentences(query, keywords, hits);
  await letOthersRun();
  return { query, hits, judged, notes, searchMs };
}

export function keepChosen(searched: Searched, { evidence, notes }: Chosen): Gathered {
  const articles = new Set(evidence.map(({ article }) => article.articleId));
  return {
    ...searched,
    hits: searched.hits.filter(({ article }) => articles.has(article.articleId)),
    evidence,
    notes: [...searched.notes, ...notes],
  };
}
