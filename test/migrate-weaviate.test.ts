import { expect, it } from 'vitest';
import { prepareChunks } from '../ingest/prepare/prepare-chunks.js';
import { localStore } from '../src/store/local-store.js';
import { type MigrateWorld, migrate } from '../src/store/migrate/migrate.js';
import { weaviateStore } from '../src/store/weaviate/weaviate-store.js';
import { describeArchive, fillArchive } from './helpers/filled-archive.js';
import { silentLog } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';
import { emptyArchive, weaviateSettings } from './helpers/weaviate-archive.js';
import { describeWithWeaviate, shareWeaviate } from './helpers/weaviate-server.js';

describeWithWeaviate('migrate to a server and back', () => {
  it('makes the same archive of both, and goes on where it was stopped', async () => {
    const settings = weaviateSettings(await shareWeaviate(), 'Migrated');
    await emptyArchive(settings);
    const [here, there, back] = [
      localStore(makeTemporaryFolder()),
      weaviateStore(settings, makeTemporaryFolder()),
      localStore(makeTemporaryFolder()),
    ];
    await fillArchive(here);
    const stopper = new AbortController();
    const world: MigrateWorld = {
      prepareChunks,
      log: silentLog,
      signal: stopper.signal,
      onProgress: () => {},
    };
    const stopping = { ...world, onProgress: ({ done }: { done: number }) => done === 2 && stopper.abort() };
    await expect(migrate(here, there, stopping)).rejects.toThrow('abort');
    const going = { ...world, signal: new AbortController().signal };
    const report = await migrate(here, there, going);
    expect(report).toMatchObject({ files: 4, articles: 4, chunks: 4, vectors: 4, skipped: 2 });
    expect(await migrate(there, back, going)).toEqual({ ...report, skipped: 0 });
    const source = await describeArchive(here);
    const { exported: _, vectors, ...copy } = await describeArchive(there);
    expect(source).toMatchObject(copy);
    expect(vectors).toEqual(source.vectors);
    // A server keeps the input's id of an article once, as the first of its files gives it.
    const exported = source.exported.map((one) =>
      one.article.articleId === 'id-两处都登' ? { ...one, article: { ...one.article, sourceId: '7' } } : one,
    );
    expect(await describeArchive(back)).toEqual({ ...source, exported });
  });
});
