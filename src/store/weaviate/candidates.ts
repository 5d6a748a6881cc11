import type { Candidate, CandidateRequest } from '../../domain/ports.js';
import type { QueryTerm } from '../../domain/query.js';
import { toUnitVector } from '../vectors/unit-vector.js';
import { inverseFrequency, saturatedFrequency } from '../words/bm25.js';
import { MOST_RESULTS } from './collection.js';
import type { Condition } from './filter-value.js';
import { CHUNK, toStoredChunk } from './objects.js';
import type { View } from './read-session.js';
import { countTerms, loadTotals } from './statistics.js';
import type { Stored } from './stored.js';
import { countTokens, toToken } from './term-text.js';

const PROPERTIES = [...CHUNK, 'terms', 'length'];

/**
 * The union of what words and vector find. Weaviate finds the candidates, with the figures of each shard; their scores are
 * computed here, of their terms and the figures of the whole archive, with the formula of the local store.
 */
export async function findCandidates(view: View, request: CandidateRequest): Promise<Candidate[]> {
  const { model, vectorName } = view.snapshot;
  const vector = request.vector === null || model === null ? null : toUnitVector(request.vector, model);
  const walls = await view.walls(request.filter);
  if (walls.kind === 'nothing') return [];
  const filter = view.seen('chunk', walls.kind === 'some' ? walls.condition('chunk') : null);
  const limit = Math.min(request.limit, MOST_RESULTS);
  const asked = { limit, properties: PROPERTIES, filter };
  const [score, byWords, byVector] = await Promise.all([
    prepareScore(view, request.terms),
    findByWords(view, request.terms, { ...asked, vectorName: vector === null ? null : vectorName }),
    vector === null ? [] : view.collections.chunks.findByVector(vector, { ...asked, vectorName }),
  ]);
  const words = byWords
    .map((stored) => ({ stored, words: score(stored), cosine: vector && cosineOf(stored, vector) }))
    .sort((a, b) => b.words - a.words || numberOf(a.stored) - numberOf(b.stored));
  const known = new Set(byWords.map(({ id }) => id));
  const others = byVector
    .filter(({ id }) => !known.has(id))
    .map((stored) => ({ stored, words: score(stored), cosine: 1 - stored.distance }));
  return [...words, ...others].map(({ stored, ...scores }) => {
    const chunk = toStoredChunk(stored);
    // It will be asked for next.
    view.session.chunks.set(chunk.chunkId, chunk);
    return { chunkId: chunk.chunkId, ...scores };
  });
}

type Asked = { limit: number; properties: readonly string[]; filter: Condition | null };

const numberOf = ({ properties }: Stored) => Number(properties.number);

/** Repeated words count twice: weights are told so, in tenths. */
const PARTS = 10;

async function findByWords(
  view: View,
  terms: readonly QueryTerm[],
  asked: Asked & { vectorName: string | null },
) {
  const weights = addWeights(terms);
  if (weights.size === 0) return [];
  const words = [...weights].flatMap(([token, weight]) =>
    Array<string>(Math.max(1, Math.round(weight * PARTS))).fill(token),
  );
  return view.collections.chunks.findByWords(words.join(' '), 'terms', asked);
}

/** Weighted BM25 of a chunk. */
async function prepareScore(view: View, terms: readonly QueryTerm[]): Promise<(stored: Stored) => number> {
  const weights = addWeights(terms);
  const tokens = [...weights.keys()];
  if (tokens.length === 0) return () => 0;
  const [counts, { chunks, averageLength }] = await Promise.all([countTerms(view, tokens), loadTotals(view)]);
  const factors = new Map(
    tokens.map((token, i) => [
      token,
      (weights.get(token) as number) * inverseFrequency(chunks, counts[i] as number),
    ]),
  );
  const wanted = new Set(tokens);
  return ({ properties }) => {
    let score = 0;
    for (const [token, frequency] of countTokens(String(properties.terms), wanted))
      score +=
        (factors.get(token) as number) *
        saturatedFrequency(frequency, Number(properties.length), averageLength);
    return score;
  };
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
