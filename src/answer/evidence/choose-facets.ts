import type { Query } from '../../domain/query.js';
import { type Chosen, chooseEvidence } from './choose-evidence.js';
import type { Evidence } from './evidence.js';

/**
 * Where one thing that a question asks is answered, the archive covers its subject: this chance does for the others.
 * ChronoQA, questions of several happenings, against .21: parts said to be missing 128 → 93 of 427 questions, right
 * conclusions on what came first 130 → 141, wrong ones 32 → 36; of the questions that nothing answers as many are refused.
 */
const MIN_CHANCE_BESIDE = 0.12;

/** What may answer each of the things that one question asks. */
export function chooseOfFacets(facets: readonly { query: Query; judged: readonly Evidence[] }[]): Chosen[] {
  const chosen = facets.map(({ query, judged }) => chooseEvidence(query, judged));
  if (!chosen.some(({ evidence }) => evidence.length)) return chosen;
  return facets.map(({ query, judged }, at) => {
    const sure = chosen[at];
    return sure?.evidence.length ? sure : chooseBeside({ query, judged });
  });
}

/** What may answer where something else tells that the archive covers the subject. */
export const chooseBeside = ({ query, judged }: { query: Query; judged: readonly Evidence[] }): Chosen =>
  chooseEvidence(query, judged, MIN_CHANCE_BESIDE);
