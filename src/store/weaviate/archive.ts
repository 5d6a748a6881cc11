import type { Archive } from '../../domain/ports.js';
import type { WeaviateSettings } from '../../domain/settings.js';
import { listArrivals } from './arrivals.js';
import {
  listArticlesOfFile,
  loadArticles,
  loadChunksInArticles,
  loadChunksOfArticles,
  loadPlaces,
} from './articles.js';
import { findCandidates } from './candidates.js';
import { Connection } from './connection.js';
import { listArticles, listIssues, listNewspapers, loadCoverage } from './lists.js';
import { planRemoval } from './plan-removal.js';
import { ReadSession } from './read-session.js';
import { countTokens, loadTotals } from './statistics.js';
import { toToken } from './term-text.js';
import { loadVectorsByNumber } from './vectors.js';

/**
 * Opens the archive on the server for reading; an empty one is made where there is none. A server that is away is asked
 * again with each call: the archive need not be opened anew when it is back.
 */
export function openWeaviateArchive(settings: WeaviateSettings): Archive {
  const connection = new Connection(settings);
  const session = new ReadSession(connection);
  const look = () => session.look();

  return {
    // What fails here fails again in the search, where it is told.
    warmUp: () => void look().catch(() => {}),
    findCandidates: async (request) => findCandidates(await look(), request),
    async termFrequencies(terms) {
      const view = await look();
      const [counts, { chunks }] = await Promise.all([
        countTokens(view, terms.map(toToken)),
        loadTotals(view),
      ]);
      return { counts, chunks };
    },
    loadChunksInArticles: async (chunkIds) => loadChunksInArticles(await look(), chunkIds),
    loadChunksOfArticles: async (articleIds) => loadChunksOfArticles(await look(), articleIds),
    loadArticles: async (articleIds) => loadArticles(await look(), articleIds),
    loadPlaces: async (articleIds) => loadPlaces(await look(), articleIds),
    listArticles: (filter) => listArticles(look, filter),
    async *listArticlesOfFile(path) {
      yield* listArticlesOfFile(await look(), path);
    },
    listIssues: async (filter) => listIssues(await look(), filter),
    coverage: async () => loadCoverage(await look()),
    listNewspapers: async () => listNewspapers(await look()),
    async lastArrival() {
      const { snapshot } = await look();
      return { archiveId: snapshot.archiveId, arrival: snapshot.lastArrival };
    },
    listArrivals: async (after, limit) => listArrivals(await look(), after, limit),
    embeddingModel: async () => (await look()).snapshot.model,
    loadVectors: async (chunkIds) => loadVectorsByNumber(await look(), chunkIds),
    planRemoval: async (target) => planRemoval(await look(), target),
    close: () => connection.close(),
  };
}
