import type { Ingester, Log, OnBytes } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';
import { openArchiveWriter } from '../src/store/writer.js';

type World = { log: Log; onBytes: OnBytes };

/** The ingester over the real archive and embedding model, which are loaded when it runs. */
export function createRealIngester(settings: Settings, { log, onBytes }: World): Ingester {
  return async (options, watch) => {
    const [{ createIngester }, { createEmbedder }] = await Promise.all([
      import('../ingest/ingest.js'),
      import('../src/models/create-embedder.js'),
    ]);
    const ingest = createIngester({
      openWriter: () => openArchiveWriter({ dataDir: settings.dataDir, log }),
      createEmbedder: () => createEmbedder(settings.embeddings, { fetch, onBytes, log }),
      now: Date.now,
    });
    return ingest(options, watch);
  };
}
