import type { Check, Log } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';

/** Every line of `doctor`: data, index, models, endpoints, token. One check that fails does not stop the others. */
export async function runChecks(settings: Settings): Promise<Check[]> {
  const [
    { isOwnId },
    { chooseStore },
    { checkEmbedder },
    { embeddingModelId },
    { checkChatModel },
    { checkTelegram },
  ] = await Promise.all([
    import('../ingest/article-id.js'),
    import('../src/store/store.js'),
    import('../src/models/check-embedder.js'),
    import('../src/models/embedding-model-id.js'),
    import('../src/models/check-chat-model.js'),
    import('../src/telegram/check-telegram.js'),
  ]);
  const checks = await Promise.all([
    (await chooseStore(settings)).check({
      modelId: embeddingModelId(settings.embeddings),
      isOwnId,
      now: new Date(),
    }),
    checkEmbedder(settings.embeddings, { fetch }),
    checkChatModel(settings.chat, { fetch }),
    checkTelegram(settings.telegram, { fetch }),
  ]);
  return checks.flat();
}

/** Rebuilds what can be rebuilt in the data folder; returns what was done, a sentence each. */
export async function mend(settings: Settings, world: { now: Date; log: Log }): Promise<string[]> {
  const [{ isOwnId }, { prepareChunks }, { chooseStore }] = await Promise.all([
    import('../ingest/article-id.js'),
    import('../ingest/prepare/prepare-chunks.js'),
    import('../src/store/store.js'),
  ]);
  return (await chooseStore(settings)).mend({ isOwnId, prepareChunks, ...world });
}
