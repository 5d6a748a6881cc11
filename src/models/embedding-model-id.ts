import type { EmbeddingSettings } from '../domain/settings.js';
import { LOCAL_MODEL } from './local-model.js';

/** What the vectors of the model that is set are known by; null where none is. Nothing is loaded or asked for it. */
export function embeddingModelId({ kind, openai }: EmbeddingSettings): string | null {
  if (kind === 'none') return null;
  return kind === 'local' ? LOCAL_MODEL.id : `openai:${openai.model}`;
}
