import { createAskService } from './answer/ask.js';
import type { Needs, OpenedApp } from './domain/opened-app.js';
import type { Archive, ChatModel, Embedder, Log, OnBytes } from './domain/ports.js';
import type { Settings } from './domain/settings.js';
import { createSearch } from './search/search.js';
import { chooseStore } from './store/store.js';

type AppWorld = { needs: Needs; log: Log; onBytes: OnBytes };

/** Opens the archive and what is needed above it; heavy libraries are loaded only where they are used. */
export async function openApp(settings: Settings, { needs, log, onBytes }: AppWorld): Promise<OpenedApp> {
  const archive = await (await chooseStore(settings)).openArchive(log);
  const { embedder, notice } =
    needs === 'archive'
      ? { embedder: null, notice: null }
      : await openEmbedder(settings, archive, { log, onBytes });
  const chat = needs === 'answer' ? await openChatModel(settings) : null;
  const search = createSearch(archive, embedder, log);
  return {
    archive,
    service: createAskService({ archive, search, chat, log, clock: () => performance.now() }),
    notices: notice ? [notice] : [],
    async close() {
      await embedder?.close();
      await archive.close();
    },
  };
}

/** An archive without vectors needs no embedding model: nothing is loaded or fetched for it. */
async function openEmbedder(
  settings: Settings,
  archive: Archive,
  world: { log: Log; onBytes: OnBytes },
): Promise<{ embedder: Embedder | null; notice: string | null }> {
  const known = await archive.embeddingModel();
  if (!known) return { embedder: null, notice: null };
  archive.warmUp();
  const { createEmbedder } = await import('./models/create-embedder.js');
  return createEmbedder(settings.embeddings, { fetch, ...world, known });
}

async function openChatModel(settings: Settings): Promise<ChatModel | null> {
  if (!settings.chat) return null;
  const { createChatModel } = await import('./models/chat-model.js');
  return createChatModel(settings.chat);
}
