import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { WeaviateSettings } from '../../src/domain/settings.js';
import { openWeaviateArchive } from '../../src/store/weaviate/archive.js';
import { openWeaviateWriter } from '../../src/store/weaviate/writer.js';
import { collect } from './collect.js';
import { formatBroken, type OpenedWeaviate, openWeaviateStore } from './open-weaviate-store.js';
import { MODEL } from './store-use.js';
import { AT_ONCE, makeChangesOld } from './weaviate-archive.js';

/** An archive for all tests of a block, and as many writers and readers of it as a test wants, closed when it ends. */
export function severalWriters() {
  let opened: OpenedWeaviate;
  beforeAll(async () => {
    opened = await openWeaviateStore({}, afterAll);
  });
  const openWriter = async ({
    grace = AT_ONCE,
    ...given
  }: Partial<WeaviateSettings> & { grace?: typeof AT_ONCE } = {}) => {
    const writer = await openWeaviateWriter({ ...opened.settings, ...given }, grace);
    onTestFinished(() => writer.close().catch(() => {}));
    return writer;
  };
  const openReader = () => {
    const archive = openWeaviateArchive(opened.settings);
    onTestFinished(() => archive.close());
    return archive;
  };
  return {
    opened: () => opened,
    openWriter,
    openReader,
    /** Of the articles that are to be seen, sorted. */
    async bodies(): Promise<string[]> {
      const listed = await collect(openReader().listArticles({}));
      return listed.map(({ body }) => body).sort();
    },
    /** Lines of `doctor`; the ids of test articles are made of their headlines. */
    async listBroken(): Promise<string[]> {
      const world = { modelId: MODEL.id, isOwnId: () => true, now: new Date(Date.now() + 600_000) };
      return formatBroken(await opened.store.check(world));
    },
    /** What the next writer does when a writer was not heard of for long. */
    async recover(): Promise<void> {
      await makeChangesOld(opened.settings);
      await (await openWriter()).close();
    },
  };
}
