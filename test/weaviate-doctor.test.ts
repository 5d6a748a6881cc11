import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { brokenIn, makeWeaviateArchive, openWeaviateStore } from './helpers/open-weaviate-store.js';
import { silentLog } from './helpers/silent-log.js';
import { embedAll } from './helpers/store-use.js';
import { removeFirst, WEAVIATE_DAMAGES } from './helpers/weaviate-damages.js';
import { describeWithWeaviate, shareWeaviate, startWeaviate } from './helpers/weaviate-server.js';

describeWithWeaviate('doctor of an archive on Weaviate', () => {
  // Making collections takes a server longer than all else, and each test leaves the archive as it was.
  let opened: Awaited<ReturnType<typeof makeWeaviateArchive>>;
  beforeAll(async () => {
    opened = await makeWeaviateArchive(afterAll);
  });

  it('finds nothing wrong with an archive that is whole, and mends nothing', async () => {
    const lines = (await opened.check()).map(({ name, state }) => `${state} ${name}`);
    expect(lines).toEqual(
      ['数据文件夹', 'Weaviate', '档案', '入库文件', '稿件', '片段', '向量'].map((name) => `ok ${name}`),
    );
    expect(await opened.mend()).toEqual([]);
  });

  it.each(WEAVIATE_DAMAGES)(
    'mends what is left where %s; an ingest brings the rest',
    async (_, damage, told, mended) => {
      const before = await opened.exported();
      await damage(opened);
      expect(await brokenIn(opened)).toEqual(told.map((sentence) => expect.stringMatching(sentence)));

      const said = await opened.mend();
      for (const sentence of mended) expect(said).toContainEqual(expect.stringMatching(sentence));
      expect((await brokenIn(opened)).filter((line) => !/^(?:入库文件|稿件)/.test(line))).toEqual([]);
      expect(await opened.mend()).toEqual([]);

      await opened.ingest(...opened.paths);
      expect(await brokenIn(opened)).toEqual([]);
      expect(await opened.exported()).toEqual(before);
    },
  );

  it('keeps the vectors of chunks that are still there', async () => {
    const writer = await opened.store.openWriter(silentLog);
    await embedAll(writer);
    await removeFirst(opened, 'Chunk');
    await opened.mend();
    expect(await writer.countUnembedded()).toBe(1);
    await writer.close();
  });

  it('makes no archive where there is none', async () => {
    const { store, check, mend, exported, connection, settings } = await openWeaviateStore();
    expect(await check()).toContainEqual(
      expect.objectContaining({ name: '档案', state: 'off', message: expect.stringContaining('还没有档案') }),
    );
    expect([await mend(), await exported(), await store.listStoredFiles()]).toEqual([[], [], []]);
    const there = await connection.run('read', ({ collections }) => collections.listAll());
    expect(there.filter(({ name }) => name.startsWith(settings.prefix))).toEqual([]);
  });

  it('tells of a server that is away, in one line', async () => {
    const nowhere = { urls: ['http://127.0.0.1:9'], grpcUrls: ['http://127.0.0.1:9'] };
    expect(await brokenIn(await openWeaviateStore(nowhere))).toEqual([
      expect.stringMatching(/^Weaviate：连不上 Weaviate（http:\/\/127\.0\.0\.1:9）/),
    ]);
    const { urls } = await shareWeaviate();
    const half = await openWeaviateStore({ urls, grpcUrls: ['http://127.0.0.1:9'] });
    expect(await brokenIn(half)).toEqual([expect.stringContaining('（http://127.0.0.1:9）')]);
  });

  it('tells of a key that the server does not know', async () => {
    const { urls, grpcUrls, stop } = await startWeaviate({ key: 'right' });
    onTestFinished(stop);
    expect(await brokenIn(await openWeaviateStore({ urls, grpcUrls, apiKey: 'wrong' }))).toEqual([
      expect.stringMatching(/WEAVIATE_API_KEY/),
    ]);
    expect(await brokenIn(await openWeaviateStore({ urls, grpcUrls, apiKey: 'right' }))).toEqual([]);
  });

  it("tells of another program's archive", async () => {
    const { objects } = await opened.raw('State', ({ query }) => query.fetchObjects());
    const meta = objects.find(({ properties }) => properties.kind === 'meta')?.uuid as string;
    await opened.raw('State', ({ data }) => data.update({ id: meta, properties: { schemaVersion: 99 } }));
    expect(await brokenIn(opened)).toEqual([expect.stringContaining('第 99 版格式')]);
    await expect(opened.mend()).rejects.toThrow('第 99 版格式');
  });
});
