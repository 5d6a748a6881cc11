import type { OpenedApp } from '../src/domain/opened-app.js';

/** An opened app that can be opened anew while it is asked: each call ends with the one that it began with. */
export type ReopenableApp = OpenedApp & { reopen(): Promise<void> };

type Held = { app: OpenedApp; calls: number; isOver: boolean };

/** @throws what `open` throws; when it throws later, the app that was open before goes on. */
export async function openReopenable(open: () => Promise<OpenedApp>): Promise<ReopenableApp> {
  let current: Held = { app: await open(), calls: 0, isOver: false };

  const release = async (held: Held) => {
    held.calls--;
    if (held.isOver && held.calls === 0) await held.app.close();
  };
  const use = async <T>(work: (app: OpenedApp) => Promise<T>): Promise<T> => {
    const held = current;
    held.calls++;
    try {
      return await work(held.app);
    } finally {
      await release(held);
    }
  };
  async function* list<T>(work: (app: OpenedApp) => AsyncIterable<T>): AsyncGenerator<T> {
    const held = current;
    held.calls++;
    try {
      yield* work(held.app);
    } finally {
      await release(held);
    }
  }
  /** One more call, so that an idle one is closed at once and a busy one after its last call. */
  const leave = async (held: Held) => {
    if (held.isOver) return;
    held.calls++;
    held.isOver = true;
    await release(held);
  };

  return {
    service: {
      ask: (...given) => use(({ service }) => service.ask(...given)),
      search: (...given) => use(({ service }) => service.search(...given)),
      isAnswerable: (...given) => use(({ service }) => service.isAnswerable(...given)),
    },
    archive: {
      warmUp: () => current.app.archive.warmUp(),
      findCandidates: (request) => use(({ archive }) => archive.findCandidates(request)),
      termFrequencies: (terms) => use(({ archive }) => archive.termFrequencies(terms)),
      loadChunksInArticles: (ids) => use(({ archive }) => archive.loadChunksInArticles(ids)),
      loadChunksOfArticles: (ids) => use(({ archive }) => archive.loadChunksOfArticles(ids)),
      loadArticles: (ids) => use(({ archive }) => archive.loadArticles(ids)),
      loadPlaces: (ids) => use(({ archive }) => archive.loadPlaces(ids)),
      listArticles: (filter) => list(({ archive }) => archive.listArticles(filter)),
      listArticlesOfFile: (path) => list(({ archive }) => archive.listArticlesOfFile(path)),
      listIssues: (filter) => use(({ archive }) => archive.listIssues(filter)),
      coverage: () => use(({ archive }) => archive.coverage()),
      listNewspapers: () => use(({ archive }) => archive.listNewspapers()),
      lastArrival: () => use(({ archive }) => archive.lastArrival()),
      listArrivals: (after, limit) => use(({ archive }) => archive.listArrivals(after, limit)),
      embeddingModel: () => use(({ archive }) => archive.embeddingModel()),
      loadVectors: (ids) => use(({ archive }) => archive.loadVectors(ids)),
      planRemoval: (target) => use(({ archive }) => archive.planRemoval(target)),
      close: () => leave(current),
    },
    get notices() {
      return current.app.notices;
    },
    async reopen() {
      const app = await open();
      const before = current;
      current = { app, calls: 0, isOver: false };
      await leave(before);
    },
    close: () => leave(current),
  };
}
