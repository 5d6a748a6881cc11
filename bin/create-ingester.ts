import type { Ingester, Log, OnBytes } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';
import { chooseStore } from '../src/store/store.js';
import { openWriter } from './open-writer.js';

type World = { log: Log; onBytes: OnBytes };

/** The ingester over the real archive and embedding model, which are loaded when it runs. */
export function createRealIngester(settings: Settings, { log, onBytes }: World): Ingester {
  return async (options, watch) => {
    const [{ createIngester }, { createEmbedder }] = await Promise.all([
      import('../ingest/ingest.js'),
      import('../src/models/create-embedder.js'),
    ]);
    const ingest = createIngester({
      openWriter: (wait) => openWriter(settings, log, wait),
      createEmbedder: () => createEmbedder(settings.embeddings, { fetch, onBytes, log }),
      listStoredFiles: async () => (await chooseStore(settings)).listStoredFiles(),
      now: Date.now,
    });
    return ingest(options, watch);
  };
}
