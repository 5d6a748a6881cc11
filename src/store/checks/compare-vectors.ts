import type { Check, EmbeddingModel } from '../../domain/ports.js';
import { vectorsCheck } from '../../domain/wording/store.js';
import { broken, off, ok } from './check-line.js';

/** What chunks and vectors there are, of which model, and the id of the one that is set. */
type Facts = { chunks: number; vectors: number; model: EmbeddingModel | null; modelId: string | null };

export function compareVectors({ chunks, vectors, model, modelId }: Facts): Check {
  const { name } = vectorsCheck;
  if (vectors === 0) return off(name, vectorsCheck.none());
  if (model !== null && modelId !== null && model.id !== modelId)
    return broken(name, vectorsCheck.otherModel(model.id, modelId), vectorsCheck.mendModel());
  if (vectors < chunks) return off(name, vectorsCheck.missing(chunks - vectors), vectorsCheck.mend());
  return ok(name, vectorsCheck.ok(vectors, model?.id ?? ''));
}
