import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import type { ArchiveWriter, PreparedArticle } from '../src/domain/ports.js';
import { makeUnitVector, prepareArticle } from './helpers/prepared-article.js';
import { startRestProxy } from './helpers/rest-proxy.js';
import { severalWriters } from './helpers/several-writers.js';
import { MODEL, write } from './helpers/store-use.js';
import { emptyArchive } from './helpers/weaviate-archive.js';
import { describeWithWeaviate } from './helpers/weaviate-server.js';

const of = (headline: string, text = headline) => prepareArticle(headline, [`${text}完工。`]);
const toBodies = (...texts: string[]) => texts.map((text) => `${text}完工。`).sort();
/** So many chunks that a file of them is written in steps. */
const MANY = Array.from({ length: 210 }, (_, i) =>
  prepareArticle(`稿${i}`, Array<string>(16).fill('句。'), { newspaper: '太原晚报' }),
);
const page = (path: string, fingerprint: string) => ({ path, fingerprint });
const AGAIN = '请重新运行一次';

/** Articles of a file; before it ends something else happens. */
async function* meanwhile(articles: readonly PreparedArticle[], work: () => Promise<unknown>) {
  yield* articles;
  await work();
}

function makeGate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describeWithWeaviate('two writers of an archive on Weaviate', () => {
  const { opened, openWriter, openReader, bodies, listBroken } = severalWriters();
  let one: ArchiveWriter;
  let other: ArchiveWriter;
  beforeEach(async () => {
    await emptyArchive(opened().settings);
    [one, other] = [await openWriter(), await openWriter()];
  });

  const countArticles = async () => (await openReader().coverage()).articles;

  it('keep what one has taken in when a new file of the other breaks off', async () => {
    const breakOff = async () => {
      await write(other, 'b', MANY);
      throw new Error('broke off');
    };
    await expect(one.writeFile(page('a', '1'), meanwhile(MANY, breakOff))).rejects.toThrow('broke off');
    expect([await countArticles(), await listBroken()]).toEqual([210, []]);
  });

  it('leave nothing of a new file of many steps that breaks off', async () => {
    const breakOff = () => Promise.reject(new Error('broke off'));
    await expect(one.writeFile(page('a', '1'), meanwhile(MANY, breakOff))).rejects.toThrow('broke off');
    expect(await openReader().coverage()).toMatchObject({ articles: 0, chunks: 0 });
    expect(await openReader().termFrequencies(['句'])).toEqual({ counts: [0], chunks: 0 });
  });

  it('say so where one takes in what the other then takes back', async () => {
    const [isWritten, gate] = [makeGate(), makeGate()];
    const breakOff = async () => {
      isWritten.open();
      await gate.passed;
      throw new Error('broke off');
    };
    const breaking = one.writeFile(page('a', '1'), meanwhile(MANY, breakOff));
    breaking.catch(() => {});
    await isWritten.passed;
    const wait = async () => {
      gate.open();
      await expect(breaking).rejects.toThrow('broke off');
    };
    await other.writeFile(page('b', '1'), meanwhile(MANY, wait));
    await expect(other.flush()).rejects.toThrow(AGAIN);
    expect(await other.loadFile('b')).toBeNull();
    await write(other, 'b', MANY);
    expect([await countArticles(), await listBroken()]).toEqual([210, []]);
  });

  it.each([
    ['differently: the second says so', '3', AGAIN, toBodies('丙')],
    ['by the same: the second has nothing left to do', '2', null, toBodies('乙')],
  ])('replace a file %s', async (_, fingerprint, told, seen) => {
    await write(one, 'a', [of('甲')], '1');
    const replace = () => write(other, 'a', [of(fingerprint === '2' ? '乙' : '丙')], fingerprint);
    const writing = one.writeFile(page('a', '2'), meanwhile([of('乙')], replace));
    if (told === null) expect(await writing).toMatchObject({ added: 0, removed: 0 });
    else await expect(writing).rejects.toThrow(told);
    await one.flush();
    expect([await bodies(), await listBroken()]).toEqual([seen, []]);
    expect(await one.loadFile('a')).toMatchObject({ fingerprint, articles: 1 });
  });

  it.each([
    ['differently: the second says so', '3', AGAIN, toBodies('丙')],
    ['by the same: the second has nothing left to do', '2', null, toBodies('乙')],
  ])('bring a new file %s', async (_, fingerprint, told, seen) => {
    await one.writeFile(page('a', '2'), [of('乙')]);
    await one.writeFile(page('b', '2'), [of('旁')]);
    await write(other, 'a', [of(fingerprint === '2' ? '乙' : '丙')], fingerprint);
    if (told === null) await one.flush();
    else await expect(one.flush()).rejects.toThrow(told);
    expect([await bodies(), await listBroken()]).toEqual([[...seen, ...toBodies('旁')].sort(), []]);
  });

  it('say so where one replaces a file that the other has removed', async () => {
    await write(one, 'a', [of('甲')], '1');
    const writing = one.writeFile(
      page('a', '2'),
      meanwhile([of('乙')], () => other.removeFile('a')),
    );
    await expect(writing).rejects.toThrow(AGAIN);
    expect([await bodies(), await listBroken()]).toEqual([[], []]);
  });

  it('remove a file when it has been replaced', async () => {
    await write(one, 'a', [of('甲')], '1');
    let removing: Promise<number> | null = null;
    const remove = async () => {
      removing = other.removeFile('a');
      await sleep(300);
    };
    await one.writeFile(page('a', '2'), meanwhile([...MANY], remove));
    expect(await removing).toBe(210);
    for (const writer of [one, other]) await writer.flush();
    expect([await countArticles(), await listBroken()]).toEqual([0, []]);
  });

  it('leave nothing of an article that both have stored differently when it is removed', async () => {
    await one.writeFile(page('a', '1'), [of('甲', '这样')]);
    await write(other, 'b', [of('甲', '那样')], '1');
    await one.flush();
    expect(await one.removeArticle('id-甲')).toBe(1);
    expect([await bodies(), await listBroken()]).toEqual([[], []]);
  });

  it('say so where one has counted on an article that the other has removed', async () => {
    await write(one, 'a', [of('甲')], '1');
    await one.writeFile(page('b', '1'), [of('甲')]);
    expect(await other.removeFile('a')).toBe(1);
    await other.flush();
    await expect(one.flush()).rejects.toThrow(AGAIN);
    await write(one, 'b', [of('甲')], '1');
    expect([await bodies(), await listBroken()]).toEqual([toBodies('甲'), []]);
  });

  it('keep an article that one brings while the other is about to delete it', async () => {
    const slow = await openWriter({ grace: { usual: 1500, afterAbsence: 1500 } });
    await write(one, 'a', [of('甲')], '1');
    await slow.removeFile('a');
    await Promise.all([write(one, 'b', [of('甲')], '1'), slow.flush()]);
    expect([await bodies(), await listBroken()]).toEqual([toBodies('甲'), []]);
  });

  it('bring no chunk back that one gives a vector while the other removes it', async () => {
    await write(one, 'a', [of('甲')], '1');
    await write(one, 'b', [of('乙')], '1');
    let isFirst = true;
    const url = await startRestProxy(opened().settings.urls[0] as string, {
      async beforeWrite() {
        if (!isFirst) return;
        isFirst = false;
        await other.removeFile('a');
        await other.flush();
      },
    });
    const embedding = await openWriter({ urls: [url] });
    const chunks = await embedding.listUnembedded(0, 10);
    const rows = chunks.map(({ chunkId }) => ({ chunkId, vector: makeUnitVector(1, MODEL.dimension) }));
    await embedding.addVectors(MODEL, rows);
    expect(await openReader().coverage()).toMatchObject({ articles: 1, chunks: 1, vectors: 1 });
    // Both have gone by now.
    await one.removeFile('b');
    await one.flush();
    await one.addVectors(MODEL, rows);
    expect([await countArticles(), await listBroken()]).toEqual([0, []]);
  });

  it('give each of two chunks that share a number its own vector', async () => {
    await write(one, 'a', [of('甲'), of('乙')], '1');
    const { objects } = await opened().raw('Chunk', ({ query }) => query.fetchObjects());
    const number = Number(objects[0]?.properties.number);
    for (const { uuid } of objects)
      await opened().raw('Chunk', ({ data }) => data.update({ id: uuid, properties: { number } }));
    const vectorOf = (text: string) => makeUnitVector(text.charCodeAt(0), MODEL.dimension);
    // Nobody has been told which of the two is meant.
    await one.addVectors(MODEL, [{ chunkId: number, vector: vectorOf('丙') }]);
    expect(await one.countUnembedded()).toBe(2);
    for (const left of [1, 0]) {
      const listed = await one.listUnembedded(0, 10);
      await one.addVectors(
        MODEL,
        listed.map(({ chunkId, text }) => ({ chunkId, vector: vectorOf(text) })),
      );
      expect(await one.countUnembedded()).toBe(left);
    }
    const embedded = await opened().raw('Chunk', ({ query }) => query.fetchObjects({ includeVector: true }));
    for (const { properties, vectors } of embedded.objects) {
      const expected = vectorOf(String(properties.articleId).slice('id-'.length));
      const found = Object.values(vectors)[0] as number[];
      found.forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i] as number, 5);
      });
    }
  });
});
