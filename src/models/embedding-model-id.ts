import type { EmbeddingSettings } from '../domain/settings.js';
import { localModel } from './local-model.js';

/** What the vectors of the model that is set are known by; null where none is. Nothing is loaded or asked for it. */
export function embeddingModelId({ kind, openai }: EmbeddingSettings): string | null {
  if (kind === 'none') return null;
  return kind === 'local' ? localModel.id : `openai:${openai.model}`;
}
