import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { StoreError } from '../src/domain/errors.js';
import type { WeaviateSettings } from '../src/domain/settings.js';
import { openWeaviateArchive } from '../src/store/weaviate/archive.js';
import { connectTo } from '../src/store/weaviate/reach-node.js';
import { openWeaviateWriter } from '../src/store/weaviate/writer.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { startRestProxy } from './helpers/rest-proxy.js';
import { headlines } from './helpers/store-use.js';
import { connectRaw, emptyArchive, weaviateSettings } from './helpers/weaviate-archive.js';
import { describeWithWeaviate, findPorts, shareWeaviate, startWeaviate } from './helpers/weaviate-server.js';

const PREFIX = 'Faults';

async function openEmpty(more: Partial<WeaviateSettings> = {}) {
  const settings = { ...weaviateSettings(await shareWeaviate(), PREFIX), ...more };
  await emptyArchive(weaviateSettings(await shareWeaviate(), PREFIX));
  const writer = await openWeaviateWriter(settings);
  const archive = openWeaviateArchive(settings);
  onTestFinished(async () => {
    await archive.close();
    await writer.close().catch(() => {});
  });
  return { settings, archive, writer };
}

const one = prepareArticle('甲', ['春天。']);

describeWithWeaviate('an archive on Weaviate', () => {
  it('says in a sentence that nobody answers at the address, soon', async () => {
    const port = await findPorts(1);
    const server = { urls: [`http://127.0.0.1:${port}`], grpcUrls: [`http://127.0.0.1:${port + 10}`] };
    const settings = weaviateSettings(server, PREFIX);
    const sentence = `连不上 Weaviate（http://127.0.0.1:${port}）`;
    await expect(openWeaviateArchive(settings).coverage()).rejects.toThrow(sentence);
    await expect(openWeaviateWriter(settings)).rejects.toThrow(sentence);
  }, 20_000);

  it.each([
    ['what answers there is no gRPC', (port: number) => port],
    ['it is another program’s gRPC', (port: number) => port + 21],
  ])(
    'says soon that the address for gRPC is wrong where %s',
    async (_, wrong) => {
      const { urls } = await shareWeaviate();
      const grpcUrl = `http://127.0.0.1:${wrong(Number(new URL(urls[0] as string).port))}`;
      const archive = openWeaviateArchive(weaviateSettings({ urls, grpcUrls: [grpcUrl] }, PREFIX));
      onTestFinished(() => archive.close());
      await expect(archive.coverage()).rejects.toThrow(/WEAVIATE_GRPC_URL/);
    },
    8000,
  );

  it('says at once that there are fewer nodes than copies are asked for', async () => {
    const settings = weaviateSettings(await shareWeaviate(), 'Copied', { replicas: 5 });
    await expect(openWeaviateWriter(settings)).rejects.toThrow('WEAVIATE_REPLICAS');
  }, 8000);

  it('says that another server answers at the address', async () => {
    const { grpcUrls } = await shareWeaviate();
    const server = createServer((_, response) => response.end('<html>Welcome</html>'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const archive = openWeaviateArchive(weaviateSettings({ urls: [url], grpcUrls }, PREFIX));
    onTestFinished(() => archive.close());
    await expect(archive.coverage()).rejects.toThrow(`${url} 有答复，但答复的不是 Weaviate`);
  });

  it('answers again when a server that was away is back, without being opened anew', async () => {
    const server = await startWeaviate();
    onTestFinished(() => server.stop());
    const settings = weaviateSettings(server, PREFIX);
    const writer = await openWeaviateWriter(settings);
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [one]);
    await writer.close();
    const archive = openWeaviateArchive(settings);
    onTestFinished(() => archive.close());
    expect(await headlines(archive)).toEqual(['甲']);
    await server.nodes[0]?.kill('SIGKILL');
    await expect(archive.coverage()).rejects.toThrow('连不上 Weaviate');
    await server.restart();
    expect(await headlines(archive)).toEqual(['甲']);
  });

  it('refuses a wrong key and none without repeating it, and takes the right one', async () => {
    const server = await startWeaviate({ key: 'right-key' });
    onTestFinished(() => server.stop());
    const coverage = async (apiKey: string | null) => {
      const archive = openWeaviateArchive(weaviateSettings(server, PREFIX, { apiKey }));
      try {
        return await archive.coverage();
      } finally {
        await archive.close();
      }
    };
    for (const key of ['wrong-key', null]) {
      const error = await coverage(key).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreError);
      expect((error as Error).message).toContain('WEAVIATE_API_KEY');
      expect((error as Error).message).not.toContain('wrong-key');
    }
    expect(await coverage('right-key')).toMatchObject({ articles: 0 });
  });

  it('is refused by a program of another format, and where the collections are somebody else’s', async () => {
    const { settings } = await openEmpty();
    const raw = await connectRaw(settings);
    onTestFinished(() => raw.close());
    const state = raw.collections.use(`${PREFIX}State`);
    const [meta] = (await state.query.fetchObjects()).objects.filter(
      ({ properties }) => properties.kind === 'meta',
    );
    await state.data.update({ id: meta?.uuid ?? '', properties: { schemaVersion: 99 } });
    const archive = openWeaviateArchive(settings);
    onTestFinished(() => archive.close());
    await expect(archive.coverage()).rejects.toThrow(`档案 ${PREFIX} 是第 99 版格式`);

    await raw.collections.create({ name: 'OthersArticle' });
    onTestFinished(() => raw.collections.delete('OthersArticle'));
    const others = openWeaviateArchive({ ...settings, prefix: 'Others' });
    onTestFinished(() => others.close());
    await expect(others.coverage()).rejects.toThrow('集合 OthersArticle 不是本程序建立的');
  });

  it.each(['Article', 'State'])(
    'says soon that %s is gone from the server while the archive is open, and answers again when it is mended',
    async (name) => {
      const { settings, archive, writer } = await openEmpty();
      await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [one]);
      await writer.flush();
      expect(await headlines(archive)).toEqual(['甲']);
      const raw = await connectRaw(settings);
      onTestFinished(() => raw.close());
      await raw.collections.delete(PREFIX + name);
      await expect(headlines(archive)).rejects.toThrow(/没有这个档案的集合.*doctor --fix/);
      const again = await openWeaviateWriter(settings);
      await again.writeFile({ path: 'b.txt', fingerprint: '2' }, [prepareArticle('乙', ['夏天。'])]);
      await again.close();
      expect(await headlines(archive)).toEqual(name === 'Article' ? ['乙'] : ['甲', '乙']);
    },
    12_000,
  );

  it('says that the server can only be read, and still reads', async () => {
    const { settings, archive, writer } = await openEmpty();
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [one]);
    await writer.flush();
    const raw = await connectRaw(settings);
    onTestFinished(() => raw.close());
    const { config } = raw.collections.use(`${PREFIX}Chunk`);
    await config.updateShards('READONLY');
    onTestFinished(async () => void (await config.updateShards('READY')));
    await writer.writeFile({ path: 'b.txt', fingerprint: '2' }, [prepareArticle('乙', ['夏天。'])]);
    await expect(writer.flush()).rejects.toThrow('只能读，不能写');
    expect(await headlines(archive)).toEqual(['甲']);
    await config.updateShards('READY');
    await writer.flush();
    expect(await headlines(archive)).toEqual(['甲', '乙']);
  });

  it('says that the server takes too long, in bounded time', async () => {
    const { settings } = await openEmpty();
    const url = await startRestProxy(settings.urls[0] as string, { isHung: true });
    const archive = openWeaviateArchive({ ...settings, urls: [url] });
    onTestFinished(() => archive.close());
    await expect(archive.coverage()).rejects.toThrow('太久没有答复');
  }, 40_000);

  it('says that the address for gRPC takes too long, in bounded time', async () => {
    const { settings } = await openEmpty();
    const deaf = createTcpServer(() => {});
    await new Promise<void>((done) => deaf.listen(0, '127.0.0.1', done));
    onTestFinished(() => void deaf.close());
    const grpcUrl = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`;
    const archive = openWeaviateArchive({ ...settings, grpcUrls: [grpcUrl] });
    onTestFinished(() => archive.close());
    await expect(archive.coverage()).rejects.toThrow(`Weaviate（${grpcUrl}）太久没有答复`);
  }, 12_000);

  it('asks the next node where one is away', async () => {
    const { settings, writer } = await openEmpty();
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [one]);
    await writer.flush();
    const port = await findPorts(1);
    const urls = [`http://127.0.0.1:${port}`, ...settings.urls];
    const grpcUrls = [`http://127.0.0.1:${port + 10}`, ...settings.grpcUrls];
    const archive = openWeaviateArchive({ ...settings, urls, grpcUrls });
    onTestFinished(() => archive.close());
    expect(await headlines(archive)).toEqual(['甲']);
  });

  it('sends again what the server did not take, and names the articles that it never takes', async () => {
    const { settings } = await openEmpty();
    let refusals = 2;
    const url = await startRestProxy(settings.urls[0] as string, {
      change(path, body, answer) {
        if (!path.startsWith('/v1/batch/objects') || refusals === 0) return answer;
        const { objects = [] } = body as { objects?: { properties: { articleId?: string } }[] };
        const results = answer.body as object[];
        if (!objects.some(({ properties }) => properties.articleId === 'id-乙')) return answer;
        refusals--;
        return {
          ...answer,
          body: results.map((result, i) =>
            objects[i]?.properties.articleId === 'id-乙'
              ? { result: { status: 'FAILED', errors: { error: [{ message: 'shard is busy' }] } } }
              : result,
          ),
        };
      },
    });
    const writer = await openWeaviateWriter({ ...settings, urls: [url] });
    onTestFinished(() => writer.close().catch(() => {}));
    const archive = openWeaviateArchive(settings);
    onTestFinished(() => archive.close());
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [one, prepareArticle('乙', ['夏天。'])]);
    await writer.flush();
    expect(await headlines(archive)).toEqual(['甲', '乙']);

    refusals = Number.POSITIVE_INFINITY;
    const other = prepareArticle('乙', ['秋天。'], { articleId: 'id-乙' });
    const replaced = writer.writeFile({ path: 'a.txt', fingerprint: '2' }, [one, other]);
    await expect(replaced).rejects.toThrow(/没有存下 1 篇稿件（id-乙）.*shard is busy/);
    refusals = 0;
    expect((await archive.loadArticles(['id-乙']))[0]?.body).toBe('夏天。');
  });
});

it('makes no client of a node that has just died, whose first request would end the process', async () => {
  const dead = { url: 'http://127.0.0.1:9', grpcUrl: 'http://127.0.0.1:9' };
  await expect(connectTo(dead, null)).rejects.toThrow();
});
