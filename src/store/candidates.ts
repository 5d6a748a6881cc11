import type { Candidate, CandidateRequest } from '../domain/ports.js';
import { prepared } from './prepared.js';
import type { ReadSession } from './read-session.js';

/** In the order of the ids; a chunk that is in an index is in the table. */
const SELECT_ARTICLE_IDS = `
  SELECT article_id FROM json_each(?) LEFT JOIN chunk ON chunk_id = value LEFT JOIN article USING (article_row)
  ORDER BY json_each.key`;

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
  const chunkIds = [...found];
  const articleIds = prepared(database, SELECT_ARTICLE_IDS).pluck().all(JSON.stringify(chunkIds)) as string[];
  return chunkIds.map((chunkId, index) => ({
    chunkId,
    articleId: articleIds[index] as string,
    words: scores.of(chunkId),
    cosine: vector === null ? null : (cosines.get(chunkId) ?? vectors.compare(vector, chunkId)),
  }));
}
