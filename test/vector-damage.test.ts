import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { mendArchive } from '../src/store/mend/mend-archive.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { makeUnitVector } from './helpers/prepared-article.js';
import { createRecordingLog } from './helpers/recording-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';
import {
  addArticles,
  DIMENSION,
  expectExactHits,
  findByComparing,
  graphOf,
  LIMIT,
  MODEL,
  manifestOf,
  openStore,
  readManifest,
} from './helpers/vector-archive.js';

const SEARCHER = fileURLToPath(new URL('./helpers/search-vectors.mjs', import.meta.url));

const overwrite = (path: string, change: (bytes: Buffer) => void) => {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
};

const changeManifest = (dataDir: string, from: RegExp, to: string) => {
  const text = readFileSync(manifestOf(dataDir), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(manifestOf(dataDir), text.replace(from, to));
};

/** What can befall the two files; `other` is a whole archive of another dimension. */
const DAMAGES: Record<string, (dataDir: string, other: string) => void> = {
  'the graph is empty': (dir) => truncateSync(graphOf(dir), 0),
  'the graph is cut to its header': (dir) => truncateSync(graphOf(dir), 96),
  'the graph is cut in half': (dir) => truncateSync(graphOf(dir), readFileSync(graphOf(dir)).length >> 1),
  'the graph lacks its last byte': (dir) => truncateSync(graphOf(dir), readFileSync(graphOf(dir)).length - 1),
  'the graph has a tail of rubbish': (dir) => appendFileSync(graphOf(dir), 'rubbish'),
  'the graph’s header is zero': (dir) => overwrite(graphOf(dir), (bytes) => bytes.fill(0, 0, 96)),
  'the graph is all zero': (dir) => overwrite(graphOf(dir), (bytes) => bytes.fill(0)),
  'the graph is all ones': (dir) => overwrite(graphOf(dir), (bytes) => bytes.fill(255)),
  'the graph is noise': (dir) =>
    overwrite(graphOf(dir), (bytes) => {
      bytes.forEach((_, i) => {
        bytes[i] = (i * 2_654_435_761) >>> 13;
      });
    }),
  'the graph’s count is another': (dir) => overwrite(graphOf(dir), (bytes) => bytes.writeUInt8(255, 17)),
  'the graph’s entry point is far away': (dir) =>
    overwrite(graphOf(dir), (bytes) => bytes.writeInt32LE(1e9, 52)),
  'a link in the graph points nowhere': (dir) =>
    overwrite(graphOf(dir), (bytes) => bytes.fill(255, 100, 104)),
  'a vector in the graph is changed': (dir) => overwrite(graphOf(dir), (bytes) => bytes.fill(7, 1000, 1040)),
  'the graph is text': (dir) => writeFileSync(graphOf(dir), '这不是索引'.repeat(1000)),
  'the graph is missing': (dir) => rmSync(graphOf(dir)),
  'the graph is a folder': (dir) => {
    rmSync(graphOf(dir));
    mkdirSync(graphOf(dir));
  },
  'the graph is another archive’s': (dir, other) => cpSync(graphOf(other), graphOf(dir)),
  'the manifest is another archive’s': (dir, other) => cpSync(manifestOf(other), manifestOf(dir)),
  'both are another archive’s': (dir, other) => {
    cpSync(graphOf(other), graphOf(dir));
    cpSync(manifestOf(other), manifestOf(dir));
  },
  'the manifest is missing': (dir) => rmSync(manifestOf(dir)),
  'the manifest is empty': (dir) => truncateSync(manifestOf(dir), 0),
  'the manifest is JSON of something else': (dir) => writeFileSync(manifestOf(dir), 'null'),
  'the manifest names another dimension': (dir) => changeManifest(dir, /"dimension": \d+/, '"dimension": 32'),
  'the manifest names another count': (dir) => changeManifest(dir, /"count": \d+/, '"count": 7'),
  'the manifest claims vectors that came later': (dir) =>
    changeManifest(dir, /"lastSequence": \d+/, '"lastSequence": 999999'),
};

describe('a damaged vector index file', () => {
  it('never brings the reader down and never changes what is found, whatever the damage', async () => {
    const root = makeTemporaryFolder();
    const whole = join(root, 'whole');
    const other = join(root, 'other');
    const log = createRecordingLog();
    for (const [dataDir, dimension] of [
      [whole, DIMENSION],
      [other, 8],
    ] as const) {
      const writer = await openArchiveWriter({ dataDir, log });
      await addArticles(writer, 'a', 30, { ...MODEL, dimension });
      await writer.saveVectorIndex();
      await writer.close();
    }
    const folders = Object.entries(DAMAGES).map(([name, damage]) => {
      const folder = join(root, name);
      cpSync(whole, folder, { recursive: true });
      damage(folder, other);
      return folder;
    });
    const archive = await openArchive({ dataDir: whole, log });
    const vector = makeUnitVector(9001, DIMENSION);
    const expected = await findByComparing(archive, vector);
    await archive.close();

    const input = JSON.stringify({ folders: [whole, ...folders], vector: Array.from(vector), limit: LIMIT });
    const child = spawnSync(process.execPath, [SEARCHER], { input, encoding: 'utf8' });
    expect(child.stderr).toBe('');
    expect(child.signal).toBeNull();
    const lines = child.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(1 + folders.length);
    for (const { folder, chunkIds, warnings } of lines) {
      const isWarned = folder !== whole && folder !== join(root, 'the manifest is missing');
      expect({ folder: basename(String(folder)), chunkIds, warnings }).toEqual({
        folder: basename(String(folder)),
        chunkIds: expected,
        warnings: isWarned ? 1 : 0,
      });
    }
  });

  it('of a later moment than its archive, which came from a backup, is not used', async () => {
    const root = makeTemporaryFolder();
    const [dataDir, before, later] = ['now', 'before', 'later'].map((name) => join(root, name));
    if (!dataDir || !before || !later) throw new Error('three folders');
    const log = createRecordingLog();
    const write = async (folder: string, name: string) => {
      const writer = await openArchiveWriter({ dataDir: folder, log });
      await addArticles(writer, name, 10);
      await writer.saveVectorIndex();
      await writer.close();
    };
    await write(dataDir, 'a');
    cpSync(dataDir, before, { recursive: true });
    await write(dataDir, 'b');
    cpSync(dataDir, later, { recursive: true });
    // The archive of before under the index of later, then other articles in the place of b.
    cpSync(join(before, 'archive.sqlite'), join(dataDir, 'archive.sqlite'));
    const writer = await openArchiveWriter({ dataDir, log });
    await addArticles(writer, 'c', 10);
    await writer.close();
    const states = async () => (await checkArchive({ dataDir })).filter(({ state }) => state === 'broken');
    expect((await states()).map(({ name }) => name)).toEqual(['向量索引文件']);
    const archive = await openArchive({ dataDir, log });
    await expectExactHits(archive);
    await archive.close();
    const mender = await openArchiveWriter({ dataDir, log });
    await mender.saveVectorIndex();
    await mender.close();
    expect(await states()).toEqual([]);
    // The other way round: an old index under a newer archive.
    for (const path of [graphOf, manifestOf]) cpSync(path(before), path(later));
    const newer = await openArchive({ dataDir: later, log });
    await expectExactHits(newer);
    await newer.close();
  });

  it('is mended by the next save', async () => {
    const { dataDir, writer } = await openStore();
    await addArticles(writer, 'a', 10);
    await writer.saveVectorIndex();
    const { sha256 } = readManifest(dataDir);
    truncateSync(graphOf(dataDir), 500);
    const stateOfFile = async () =>
      (await checkArchive({ dataDir })).find(({ name }) => name === '向量索引文件')?.state;
    expect(await stateOfFile()).toBe('broken');
    await writer.saveVectorIndex();
    expect(await stateOfFile()).toBe('ok');
    expect(readManifest(dataDir).sha256).toBe(sha256);
  });

  it('is mended by doctor --fix where the disk changed it and no date tells', async () => {
    const { dataDir, writer } = await openStore();
    await addArticles(writer, 'a', 10);
    await writer.saveVectorIndex();
    await writer.close();
    const { atime, mtime } = statSync(graphOf(dataDir));
    overwrite(graphOf(dataDir), (bytes) => bytes.fill(7, 1000, 1040));
    utimesSync(graphOf(dataDir), atime, mtime);
    const isOwnId = () => true;
    const world = { log: createRecordingLog(), now: new Date(), isOwnId, prepareChunks: () => [] };
    expect(await mendArchive(dataDir, world)).toEqual(['重建了向量索引文件。']);
  });
});
