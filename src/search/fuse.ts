import type { Candidate } from '../domain/ports.js';

/**
 * The vectors' share of the score by which candidates are chosen for the reranking. Measured on RGB, ChronoQA and a
 * news archive: .25–.3 is best or near best on each, .5 and rank fusion lose .04 of MRR on news.
 */
const VECTOR_SHARE = 0.25;

/** A candidate with both of its scores brought to 0 to 1. */
export type Fused = {
  candidate: Candidate;
  /** BM25 as a share of the best candidate's. */
  words: number;
  /** Cosine scaled to the candidates' range; 0 without a vector. */
  closeness: number;
  /** (1 − w) · words + w · closeness; without vectors it is the words' part alone. */
  score: number;
};

/** Best first. */
export function fuse(candidates: readonly Candidate[]): Fused[] {
  const cosines = candidates.flatMap(({ cosine }) => (cosine === null ? [] : [cosine]));
  const bestWords = Math.max(0, ...candidates.map(({ words }) => words)) || 1;
  const lowest = Math.min(...cosines);
  const range = Math.max(...cosines) - lowest || 1;
  const share = cosines.length ? VECTOR_SHARE : 0;
  return candidates
    .map((candidate) => {
      const words = candidate.words / bestWords;
      const closeness = candidate.cosine === null ? 0 : (candidate.cosine - lowest) / range;
      return { candidate, words, closeness, score: (1 - share) * words + share * closeness };
    })
    .sort((a, b) => b.score - a.score || a.candidate.chunkId - b.candidate.chunkId);
}
