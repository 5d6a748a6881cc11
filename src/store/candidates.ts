import type { Candidate, CandidateRequest } from '../domain/ports.js';
import type { ReadSession } from './read-session.js';

/** The union of what words and vector find inside the filter, both scores in full: see Archive.findCandidates. */
export function findCandidates(session: ReadSession, request: CandidateRequest): Candidate[] {
  const { words, vectors } = session;
  const vector = request.vector === null ? null : vectors.toQuestionVector(request.vector);
  const allowed = session.findAllowed(request.filter);
  if (allowed?.ids.length === 0) return [];
  const scores = words.score(request.terms);
  const nearest = vector === null ? [] : vectors.findNearest(vector, request.limit, allowed);
  const byWords = toMap(scores.top(request.limit, allowed));
  const byVector = toMap(nearest);
  const onlyByWords = [...byWords.keys()].filter((chunkId) => !byVector.has(chunkId));
  const onlyByVector = [...byVector.keys()].filter((chunkId) => !byWords.has(chunkId));
  const cosines = vector === null ? byVector : vectors.compare(vector, onlyByWords);
  const wordScores = scores.of(onlyByVector);
  return [
    ...Array.from(byWords, ([chunkId, score]) => ({
      chunkId,
      words: score,
      cosine: byVector.get(chunkId) ?? cosines.get(chunkId) ?? null,
    })),
    ...onlyByVector.map((chunkId, i) => ({
      chunkId,
      words: wordScores[i] as number,
      cosine: byVector.get(chunkId) as number,
    })),
  ];
}

const toMap = (chunks: readonly { chunkId: number; score: number }[]) =>
  new Map(chunks.map(({ chunkId, score }) => [chunkId, score]));
