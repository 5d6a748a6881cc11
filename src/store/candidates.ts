import type { Candidate, CandidateRequest } from '../domain/ports.js';
import { prepared } from './prepared.js';
import type { ReadSession } from './read-session.js';

/** The union of what words and vector find inside the filter, both scores in full: see Archive.findCandidates. */
export function findCandidates(session: ReadSession, request: CandidateRequest): Candidate[] {
  const { words, vectors, database } = session;
  const vector = request.vector === null ? null : vectors.toQuestionVector(request.vector);
  const allowed = session.findAllowed(request.filter);
  if (allowed?.ids.length === 0) return [];
  const scores = words.score(request.terms);
  const nearest = vector === null ? [] : vectors.findNearest(vector, request.limit, allowed);
  const cosines = new Map(nearest.map(({ chunkId, score }) => [chunkId, score]));
  const found = new Set(scores.top(request.limit, allowed).map(({ chunkId }) => chunkId));
  for (const chunkId of cosines.keys()) found.add(chunkId);
  const findArticle = prepared(
    database,
    'SELECT article_id FROM chunk JOIN article USING (article_row) WHERE chunk_id = ?',
  ).pluck();
  return [...found].map((chunkId) => ({
    chunkId,
    articleId: findArticle.get(chunkId) as string,
    words: scores.of(chunkId),
    cosine: vector === null ? null : (cosines.get(chunkId) ?? vectors.compare(vector, chunkId)),
  }));
}
