import { describe, expect, it } from 'vitest';
import { StoreError } from '../src/domain/errors.js';
import type { ArchiveWriter } from '../src/domain/ports.js';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { interceptWrites } from './helpers/failing-database.js';
import { makeUnitVector, prepareArticle, toTerms } from './helpers/prepared-article.js';
import { silentLog as log } from './helpers/silent-log.js';
import { MODEL } from './helpers/store-use.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const faults = interceptWrites();

/** Enough for several pages of the file an article. */
const LONG = '很长的一句'.repeat(2000);

const articles = (name: string, count: number, body = '旧') =>
  Array.from({ length: count }, (_, i) =>
    prepareArticle(`${name}${i}`, [`${body}${i}甲。`, `${body}${i}乙。`], {
      articleId: `${name}${body}${i}`,
      issueDate: `2023-02-1${i % 3}`,
    }),
  );

const write = async (writer: ArchiveWriter, path: string, body = '旧') => {
  await writer.writeFile({ path, fingerprint: `${path}${body}` }, articles(path, 4, body));
  await writer.flush();
};

type Work = (writer: ArchiveWriter) => Promise<unknown>;

/** In this order, over an archive of the files a and b; each must be all done or not done at all. */
const WORKS: [string, Work][] = [
  ['a file comes in', (writer) => write(writer, 'c')],
  ['a file is replaced', (writer) => write(writer, 'a', '新')],
  [
    'vectors come in',
    async (writer) => {
      const rows = await writer.listUnembedded(0, 100);
      await writer.addVectors(
        MODEL,
        rows.map(({ chunkId }) => ({ chunkId, vector: makeUnitVector(chunkId, MODEL.dimension) })),
      );
    },
  ],
  ['a file is renamed', (writer) => writer.renameFile('b', 'd')],
  ['an article goes', (writer) => writer.removeArticle('a新0')],
  ['an issue goes', (writer) => writer.removeIssue({ newspaper: '太原日报', date: '2023-02-11' })],
  ['a file goes', (writer) => writer.removeFile('c')],
  ['vectors are forgotten', (writer) => writer.dropVectors()],
];

async function openFilled() {
  const dataDir = makeTemporaryFolder();
  const writer = await openArchiveWriter({ dataDir, log });
  await write(writer, 'a');
  await write(writer, 'b');
  return { dataDir, writer };
}

/** All that a reader can see: articles with their files, what each word finds, how many have vectors. */
async function look(dataDir: string): Promise<string> {
  const archive = await openArchive({ dataDir, log });
  const seen: unknown[] = [];
  for await (const { articleId, sourceFile, body } of archive.listArticles({})) {
    seen.push([articleId, sourceFile, body]);
  }
  for (const word of ['旧', '新', '乙']) {
    const request = { terms: toTerms(word), vector: null, filter: {}, limit: 100 };
    const found = await archive.findCandidates(request);
    seen.push([word, found.map(({ chunkId }) => chunkId).sort()]);
  }
  seen.push((await archive.coverage()).vectors);
  await archive.close();
  return JSON.stringify(seen);
}

async function expectSound(dataDir: string): Promise<void> {
  const broken = (await checkArchive({ dataDir })).filter(({ state }) => state === 'broken');
  expect(broken.filter(({ name }) => name !== '向量索引文件')).toEqual([]);
}

/** Tries a work with the first write failing, then the second, … until it is done; returns how often it failed. */
async function sweep(
  dataDir: string,
  writer: ArchiveWriter,
  work: Work,
  hinder: (point: number) => void,
): Promise<number> {
  const before = await look(dataDir);
  for (let point = 0; ; point++) {
    hinder(point);
    const error = await work(writer).then(
      () => null,
      (reason: unknown) => reason,
    );
    faults.disarm();
    if (error === null) return point;
    expect(error).toBeInstanceOf(StoreError);
    expect((error as Error).message).toContain('写不进去，多半是磁盘已满');
    expect(await look(dataDir)).toBe(before);
  }
}

describe('a write that fails', () => {
  it.each([
    ['and leaves the transaction to be undone', false],
    ['and has SQLite give the transaction up', true],
  ])(
    '%s changes nothing, whichever write it is, and the same work goes through later',
    async (_, rollsBack) => {
      const { dataDir, writer } = await openFilled();
      let points = 0;
      for (const [name, work] of WORKS) {
        const failed = await sweep(dataDir, writer, work, (point) => faults.arm(point + 1, rollsBack));
        expect([name, failed > 2]).toEqual([name, true]);
        points += failed;
        await expectSound(dataDir);
      }
      expect(points).toBeGreaterThan(60);
      await writer.close();
    },
  );

  it('for want of a page of the file changes nothing either', async () => {
    const { dataDir, writer } = await openFilled();
    const database = faults.written();
    let points = 0;
    const large: Work = async (given) => {
      const long = articles('长', 4).map(({ article }) => prepareArticle(article.articleId, [LONG, '完。']));
      await given.writeFile({ path: 'c', fingerprint: 'long' }, long);
      await given.flush();
    };
    for (const work of [large, ...WORKS.map(([, one]) => one)]) {
      const pages = database.pragma('page_count', { simple: true }) as number;
      points += await sweep(dataDir, writer, work, (point) =>
        database.pragma(`max_page_count = ${pages + point}`),
      );
      database.pragma('max_page_count = 1000000');
      await expectSound(dataDir);
    }
    expect(points).toBeGreaterThan(10);
    await writer.close();
  });
});
