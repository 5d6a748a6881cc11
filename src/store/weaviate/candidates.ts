import type { Candidate, CandidateRequest } from '../../domain/ports.js';
import type { QueryTerm } from '../../domain/query.js';
import { toUnitVector } from '../vectors/unit-vector.js';
import { MOST_RESULTS } from './collection.js';
import { anyOf } from './filter-value.js';
import { CHUNK, toStoredChunk } from './objects.js';
import type { View } from './read-session.js';
import type { Asked, Stored } from './stored.js';
import { toToken } from './term-text.js';
import { prepareWordScore } from './word-score.js';

/**
 * The union of what words and vector find. Weaviate finds, the scores are computed here, by the formula of the local store:
 * they are the same whichever node was asked.
 */
export async function findCandidates(view: View, request: CandidateRequest): Promise<Candidate[]> {
  const { model, vectorName } = view.snapshot;
  const vector = request.vector === null || model === null ? null : toUnitVector(request.vector, model);
  const walls = await view.walls(request.filter);
  if (walls === null) return [];
  const filter = view.seen('chunk', walls('chunk'));
  const limit = Math.min(request.limit, MOST_RESULTS);
  const asked = { limit, properties: CHUNK, filter };
  const weights = addWeights(request.terms);
  const [score, byWords, byVector] = await Promise.all([
    prepareWordScore(view, weights),
    findByWords(view, weights, { ...asked, limit: withSpare(limit), vectorName: vector && vectorName }),
    vector === null ? [] : view.collections.chunks.findByVector(vector, { ...asked, vectorName }),
  ]);
  const words = byWords
    .map((stored) => ({ stored, words: score(stored), cosine: vector && cosineOf(stored, vector) }))
    .sort((a, b) => b.words - a.words || numberOf(a.stored) - numberOf(b.stored))
    .slice(0, limit);
  const known = new Set(words.map(({ stored }) => stored.id));
  const others = byVector.filter(({ id }) => !known.has(id));
  const explained = await explainWords(view, weights, others);
  const onlyByVector = others.map((stored) => ({
    ...{ stored, words: score(explained.get(stored.id) ?? stored), cosine: 1 - stored.distance },
  }));
  return [...words, ...onlyByVector].map(({ stored, ...scored }) => {
    const chunk = toStoredChunk(stored);
    // It will be asked for next.
    view.session.chunks.set(chunk.chunkId, chunk);
    return { chunkId: chunk.chunkId, ...scored };
  });
}

/** By Weaviate's own scores another chunk may be the last of the best. */
const withSpare = (limit: number) => Math.min(limit + Math.max(10, Math.ceil(limit / 4)), MOST_RESULTS);

const numberOf = ({ properties }: Stored) => Number(properties.number);

/** A word that comes twice counts twice: weights are told so, in tenths. */
const PARTS = 10;

type Weights = ReadonlyMap<string, number>;

async function findByWords(view: View, weights: Weights, asked: Asked): Promise<Stored[]> {
  const words = [...weights].flatMap(([token, weight]) =>
    Array<string>(Math.max(1, Math.round(weight * PARTS))).fill(token),
  );
  if (words.length === 0) return [];
  return view.collections.chunks.findByWords(words.join(' '), 'terms', { ...asked, isExplained: true });
}

/** Of chunks that the vector alone has found, by the ids of their objects. */
async function explainWords(
  view: View,
  weights: Weights,
  others: readonly Stored[],
): Promise<Map<string, Stored>> {
  if (others.length === 0) return new Map();
  const filter = anyOf('number', others.map(numberOf));
  const found = await findByWords(view, weights, {
    filter,
    limit: Math.min(2 * others.length, MOST_RESULTS),
    properties: [],
  });
  return new Map(found.map((stored) => [stored.id, stored]));
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
