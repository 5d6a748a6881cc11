import type { Archive, Log } from '../domain/ports.js';
import { listArrivals, loadLastArrival } from './arrivals.js';
import { listArticles, listArticlesOfFile, loadArticles } from './article-lists.js';
import { findCandidates } from './candidates.js';
import { loadChunksInArticles, loadChunksOfArticles } from './chunk-rows.js';
import { dataFiles } from './data-folder.js';
import { listIssues, listNewspapers } from './holdings.js';
import { loadEmbeddingModel } from './meta.js';
import { openDatabaseForReading } from './open-database.js';
import { loadPlaces } from './place-rows.js';
import { planRemoval } from './plan-removal.js';
import { ReadSession } from './read-session.js';
import { ARCHIVE_MIGRATIONS } from './schema.js';
import { loadVectors } from './vectors/vector-rows.js';

/**
 * Opens the archive in the data folder for reading; where there is none yet, an empty one is made.
 * What other processes commit later is seen without reopening. Throws StoreError.
 */
export async function openArchive({ dataDir, log }: { dataDir: string; log: Log }): Promise<Archive> {
  const { database, frozen } = openDatabaseForReading(dataFiles(dataDir).archive, ARCHIVE_MIGRATIONS);
  if (frozen) log.warn({ dataDir }, 'data folder is read-only: changes made from now on will not be seen');
  const session = new ReadSession(database, dataDir, log);
  const { words, vectors } = session;

  return {
    // What fails here fails again in the search, where it is told.
    warmUp: () => void vectors.prepare().catch(() => {}),
    async findCandidates(request) {
      if (request.vector !== null) await vectors.prepare();
      return session.read(() => findCandidates(session, request));
    },
    async termFrequencies(terms) {
      return session.read(() => ({ counts: terms.map((term) => words.count(term)), chunks: words.chunks }));
    },
    loadChunksInArticles: async (chunkIds) => session.read(() => loadChunksInArticles(database, chunkIds)),
    loadChunksOfArticles: async (articleIds) =>
      session.read(() => loadChunksOfArticles(database, articleIds)),
    loadArticles: async (articleIds) => session.read(() => loadArticles(database, articleIds)),
    loadPlaces: async (articleIds) => session.read(() => loadPlaces(database, articleIds)),
    listArticles: (filter) => listArticles(session, filter),
    listArticlesOfFile: (path) => listArticlesOfFile(session, path),
    listIssues: async (filter) => session.read(() => listIssues(database, filter)),
    coverage: async () => session.read(() => session.loadCoverage()),
    listNewspapers: async () => session.read(() => listNewspapers(database)),
    lastArrival: async () => session.read(() => loadLastArrival(database)),
    listArrivals: async (after, limit) => session.read(() => listArrivals(database, after, limit)),
    embeddingModel: async () => session.read(() => loadEmbeddingModel(database)),
    loadVectors: async (chunkIds) => session.read(() => loadVectors(database, chunkIds)),
    planRemoval: async (target) => session.read(() => planRemoval(database, target)),
    async close() {
      await vectors.close();
      database.close();
    },
  };
}
