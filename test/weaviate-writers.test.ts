import { expect, it } from 'vitest';
import type { ArchiveWriter } from '../src/domain/ports.js';
import { prepareArticle, toTerms } from './helpers/prepared-article.js';
import { type Interference, startRestProxy } from './helpers/rest-proxy.js';
import { severalWriters } from './helpers/several-writers.js';
import { write } from './helpers/store-use.js';
import { emptyArchive } from './helpers/weaviate-archive.js';
import { describeWithWeaviate } from './helpers/weaviate-server.js';

const body = (headline: string, text = headline) => prepareArticle(headline, [`${text}完工。`]);

describeWithWeaviate('a writer of an archive on Weaviate', () => {
  const { opened, openWriter, openReader, bodies, listBroken, recover } = severalWriters();

  it.each<[string, (writer: ArchiveWriter) => Promise<number>]>([
    ['a file', (writer) => writer.removeFile('a.txt')],
    ['an issue', (writer) => writer.removeIssue({ date: '2023-02-10' })],
    ['an article', (writer) => writer.removeArticle('id-桥')],
  ])('lets whoever has found something load it when %s is removed', async (_, remove) => {
    await emptyArchive(opened().settings);
    const [writer, archive] = [
      await openWriter({ grace: { usual: 1000, afterAbsence: 1000 } }),
      openReader(),
    ];
    await write(writer, 'a.txt', [body('桥')]);
    const request = { terms: toTerms('完工'), vector: null, filter: {}, limit: 10 };
    const found = (await archive.findCandidates(request)).map(({ chunkId }) => chunkId);
    expect(await remove(writer)).toBe(1);
    expect(await archive.findCandidates(request)).toEqual([]);
    expect(await archive.loadChunksInArticles(found)).toHaveLength(1);
    expect(await archive.coverage()).toMatchObject({ articles: 0, chunks: 0 });
    expect(await listBroken()).toEqual([]);
    await writer.flush();
    expect(await openReader().loadChunksInArticles(found)).toEqual([]);
    expect(await listBroken()).toEqual([]);
  });

  type Work = {
    run: (writer: ArchiveWriter) => Promise<unknown>;
    /** What is to be seen before and after it. */
    before: string[];
    after: string[];
    /** The fingerprint of the file when it is done. */
    fingerprint: string;
  };
  const page = (print: string) => ({ path: 'a.txt', fingerprint: print });
  const old = [body('留'), body('改'), body('去')];
  const replaced = [body('改', '改后'), body('留'), body('新')];
  const WORKS: Record<string, Work> = {
    replaces: {
      run: (writer) => writer.writeFile(page('2'), replaced),
      ...{ before: ['去', '改', '旁', '留'], after: ['改后', '新', '旁', '留'], fingerprint: '2' },
    },
    removes: {
      run: (writer) => writer.removeArticle('id-去'),
      ...{ before: ['去', '改', '旁', '留'], after: ['改', '旁', '留'], fingerprint: '1' },
    },
    'removes the file of': {
      run: (writer) => writer.removeFile('a.txt'),
      ...{ before: ['去', '改', '旁', '留'], after: ['旁'], fingerprint: 'none' },
    },
  };
  const toBodies = (texts: readonly string[]) => texts.map((text) => `${text}完工。`).sort();

  /** Lets the work go on up to its nth writing request; false where it has fewer. */
  async function interrupt(work: Work, nth: number, what: (proxy: Interference) => Promise<void>) {
    await emptyArchive(opened().settings);
    const first = await openWriter();
    await write(first, 'b.txt', [body('旁')], '1');
    await write(first, 'a.txt', old, '1');
    await first.close();
    let [writes, isReached] = [0, false];
    const proxy: Interference = {};
    const url = await startRestProxy(opened().settings.urls[0] as string, proxy);
    const writer = await openWriter({ urls: [url] });
    proxy.beforeWrite = async () => {
      if (++writes !== nth) return;
      isReached = true;
      await what(proxy);
    };
    const failed = await work
      .run(writer)
      .then(() => writer.flush())
      .then(
        () => null,
        (error: Error) => error,
      );
    return { isReached, failed };
  }

  /** Either as it was or as it is to be, nothing doubled or lost, and what was left half done is told. */
  async function expectOneOf({ before, after, fingerprint, run }: Work, at: string) {
    const seen = await bodies();
    expect([toBodies(before), toBodies(after)], at).toContainEqual(seen);
    const told = await listBroken();
    expect(
      told.filter((line) => !/^入库文件：1 /.test(line)),
      at,
    ).toEqual([]);
    const writer = await openWriter();
    const isDone = seen.join() === toBodies(after).join();
    const held = (await writer.loadFile('a.txt'))?.fingerprint ?? 'none';
    if (fingerprint !== '2') expect(held, at).toBe(isDone ? fingerprint : '1');
    if (held !== fingerprint) await run(writer);
    else if (!isDone) await run(writer);
    await writer.close();
    expect(await bodies(), at).toEqual(toBodies(after));
    expect(await listBroken(), at).toEqual([]);
  }

  it.each(Object.keys(WORKS))(
    'leaves the old or the new where one who %s an article dies at any write',
    async (name) => {
      const work = WORKS[name] as Work;
      for (let nth = 1; ; nth++) {
        const { isReached } = await interrupt(work, nth, async (proxy) => {
          proxy.isRefused = true;
        });
        if (!isReached) break;
        await recover();
        await expectOneOf(work, `write ${nth}`);
      }
    },
    180_000,
  );

  it.each(Object.keys(WORKS))(
    'finishes rightly or says that it did not where one who %s an article stands still',
    async (name) => {
      const work = WORKS[name] as Work;
      for (let nth = 1; ; nth++) {
        const { isReached, failed } = await interrupt(work, nth, recover);
        if (!isReached) break;
        const at = `write ${nth} ${failed}`;
        if (failed) expect(failed.message, at).toContain('请重新运行一次');
        else expect(await bodies(), at).toEqual(toBodies(work.after));
        await recover();
        await expectOneOf(work, at);
      }
    },
    240_000,
  );
});
