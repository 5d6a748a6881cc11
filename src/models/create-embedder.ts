import { EmbeddingError } from '../domain/errors.js';
import type { Embedder, EmbeddingModel, Log, OnBytes } from '../domain/ports.js';
import type { EmbeddingSettings } from '../domain/settings.js';
import { embeddingsOff, folderPassedOver, onlyWords } from '../domain/wording/models.js';
import { createLocalEmbedder } from './local-embedder.js';
import { obtainModel } from './obtain-model.js';
import { createOpenAIEmbedder } from './openai-embedder.js';

export type EmbedderWorld = {
  fetch: typeof fetch;
  onBytes: OnBytes;
  log: Log;
  /** The model that made the archive's vectors; spares a request where the endpoint's model is the same. */
  known?: EmbeddingModel | null;
};

/** `notice` is a sentence for the person: why there is no embedder, or what was passed over to get one. */
export type CreatedEmbedder = { embedder: Embedder | null; notice: string | null };

/**
 * The embedding model that the settings name. Where it cannot be had there is none and a notice says why:
 * the archive is then searched by words alone.
 */
export async function createEmbedder(
  settings: EmbeddingSettings,
  world: EmbedderWorld,
): Promise<CreatedEmbedder> {
  try {
    switch (settings.kind) {
      case 'none':
        return { embedder: null, notice: embeddingsOff() };
      case 'openai':
        return { embedder: await createOpenAIEmbedder(settings.openai, world), notice: null };
      case 'local':
        return await createFromFiles(settings, world);
    }
  } catch (error) {
    if (!(error instanceof EmbeddingError)) throw error;
    world.log.warn({ kind: settings.kind, reason: error.message }, 'no embedding model');
    return { embedder: null, notice: onlyWords(error.message) };
  }
}

async function createFromFiles(settings: EmbeddingSettings, world: EmbedderWorld): Promise<CreatedEmbedder> {
  const files = await obtainModel(settings, world);
  const embedder = await createLocalEmbedder(files);
  world.log.info({ model: embedder.id, source: files.source }, 'embedding model ready');
  const passedOver = settings.modelDir !== null && files.source !== 'folder';
  return { embedder, notice: passedOver ? folderPassedOver(settings.modelDir ?? '') : null };
}
