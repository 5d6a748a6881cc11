import type { Candidate, CandidateRequest } from '../../domain/ports.js';
import type { QueryTerm } from '../../domain/query.js';
import { toUnitVector } from '../vectors/unit-vector.js';
import { K1 } from '../words/bm25.js';
import { MOST_RESULTS } from './collection.js';
import { anyOf, type Condition } from './filter-value.js';
import { CHUNK, toStoredChunk } from './objects.js';
import type { View } from './read-session.js';
import type { Stored } from './stored.js';
import { toToken } from './term-text.js';

/**
 * The union of what words and vector find. Weaviate scores by the formula of the local store, less a constant; of several
 * shards each knows the frequencies of its own chunks only.
 */
export async function findCandidates(view: View, request: CandidateRequest): Promise<Candidate[]> {
  const { model, vectorName } = view.snapshot;
  const vector = request.vector === null || model === null ? null : toUnitVector(request.vector, model);
  const walls = await view.walls(request.filter);
  if (walls === null) return [];
  const filter = view.seen('chunk', walls('chunk'));
  const limit = Math.min(request.limit, MOST_RESULTS);
  const asked = { limit, properties: CHUNK, filter };
  const [byWords, byVector] = await Promise.all([
    findByWords(view, request.terms, { ...asked, vectorName: vector && vectorName }),
    vector === null ? [] : view.collections.chunks.findByVector(vector, { ...asked, vectorName }),
  ]);
  const words = byWords
    .map((stored) => ({ stored, words: toScore(stored), cosine: vector && cosineOf(stored, vector) }))
    .sort((a, b) => b.words - a.words || numberOf(a.stored) - numberOf(b.stored));
  const known = new Set(byWords.map(({ id }) => id));
  const others = byVector.filter(({ id }) => !known.has(id));
  const scores = await scoreWords(view, request.terms, others);
  const onlyByVector = others.map((stored) => ({
    ...{ stored, words: scores.get(stored.id) ?? 0, cosine: 1 - stored.distance },
  }));
  return [...words, ...onlyByVector].map(({ stored, ...scored }) => {
    const chunk = toStoredChunk(stored);
    // It will be asked for next.
    view.session.chunks.set(chunk.chunkId, chunk);
    return { chunkId: chunk.chunkId, ...scored };
  });
}

type Asked = {
  limit: number;
  properties: readonly string[];
  filter: Condition | null;
  vectorName?: string | null;
};

const numberOf = ({ properties }: Stored) => Number(properties.number);

/** A word that comes twice counts twice: weights are told so, in tenths. */
const PARTS = 10;

/** Weaviate leaves out the factor k1 + 1, which all have. */
const toScore = ({ score }: Stored) => (score * (K1 + 1)) / PARTS;

async function findByWords(view: View, terms: readonly QueryTerm[], asked: Asked): Promise<Stored[]> {
  const words = [...addWeights(terms)].flatMap(([token, weight]) =>
    Array<string>(Math.max(1, Math.round(weight * PARTS))).fill(token),
  );
  return words.length === 0 ? [] : view.collections.chunks.findByWords(words.join(' '), 'terms', asked);
}

/** Of chunks that the vector alone has found, by the ids of their objects. */
async function scoreWords(
  view: View,
  terms: readonly QueryTerm[],
  others: readonly Stored[],
): Promise<Map<string, number>> {
  if (others.length === 0 || terms.length === 0) return new Map();
  const filter = anyOf('number', others.map(numberOf));
  const found = await findByWords(view, terms, { filter, limit: 2 * others.length, properties: [] });
  return new Map(found.map((stored) => [stored.id, toScore(stored)]));
}

function addWeights(terms: readonly QueryTerm[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { text, weight } of terms) {
    const token = toToken(text);
    if (token !== '') weights.set(token, (weights.get(token) ?? 0) + weight);
  }
  return weights;
}

function cosineOf({ vector }: Stored, question: Float32Array): number | null {
  if (vector === null) return null;
  return question.reduce((sum, value, i) => sum + value * (vector[i] as number), 0);
}
