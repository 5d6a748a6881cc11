import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive, ArchiveWriter, PreparedArticle } from '../src/domain/ports.js';
import type { QueryTerm } from '../src/domain/query.js';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { openDatabase } from '../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../src/store/schema.js';
import { tableBytes } from '../src/store/words/block-table.js';
import { compareTerms } from '../src/store/words/term-cursor.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { createRecordingLog } from './helpers/recording-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

/** Terms from a small alphabet, so that they meet; one of them lies beyond U+FFFF, one just below. */
const TERMS = ['民', '生', '实', '事', '阳曲', '\u{20bb7}', '\uffee', 'a'];

type Terms = string[];
type Step =
  | { do: 'write'; path: string; articles: Terms[][] }
  | { do: 'removeFile'; path: string }
  | { do: 'removeArticle'; chunks: Terms[] }
  | { do: 'flush' };

const chunkTerms = fc.array(fc.constantFrom(...TERMS), { maxLength: 12 });
const article = fc.array(chunkTerms, { minLength: 1, maxLength: 3 });
/** So many files that there are more segments than are left unmerged. */
const path = fc.constantFrom(...'abcdefghijklmnop');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      path,
      articles: fc.array(article, { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('removeFile' as const), path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('removeArticle' as const), chunks: article }) },
  { weight: 5, arbitrary: fc.constant({ do: 'flush' as const }) },
);

const idOf = (chunks: Terms[]) => JSON.stringify(chunks);

function toPrepared(chunks: Terms[]): PreparedArticle {
  const prepared = prepareArticle(
    '标题',
    chunks.map(() => '句。'),
    { articleId: idOf(chunks) },
  );
  return { ...prepared, chunks: prepared.chunks.map((chunk, i) => ({ ...chunk, terms: chunks[i] ?? [] })) };
}

async function run(writer: ArchiveWriter, one: Step): Promise<void> {
  if (one.do === 'write') {
    const file = { path: one.path, fingerprint: JSON.stringify(one.articles) };
    await writer.writeFile(file, one.articles.map(toPrepared));
  } else if (one.do === 'removeFile') await writer.removeFile(one.path);
  else if (one.do === 'removeArticle') await writer.removeArticle(idOf(one.chunks));
  else await writer.flush();
}

/** The terms of every chunk that the archive holds, by its id. */
async function loadAllTerms(archive: Archive): Promise<Map<number, Terms>> {
  const all = new Map<number, Terms>();
  for await (const { articleId } of archive.listArticles({})) {
    for (const { chunkId, ordinal } of await archive.loadChunksOfArticles([articleId])) {
      all.set(chunkId, (JSON.parse(articleId) as Terms[])[ordinal] ?? []);
    }
  }
  return all;
}

/** BM25 as the book has it, from the terms themselves; a chunk without terms counts as one term long. */
function rankNaively(all: Map<number, Terms>, query: readonly QueryTerm[], limit: number) {
  const lengths = [...all.values()].map((terms) => Math.max(terms.length, 1));
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const scored = [...all].map(([chunkId, terms]) => {
    let score = 0;
    for (const { text, weight } of query) {
      const frequency = terms.filter((term) => term === text).length;
      const holding = [...all.values()].filter((others) => others.includes(text)).length;
      const rarity = Math.log(1 + (all.size - holding + 0.5) / (holding + 0.5));
      const norm = 0.9 * (1 - 0.4 + (0.4 * Math.max(terms.length, 1)) / averageLength);
      score += (weight * rarity * (frequency * 1.9)) / (frequency + norm);
    }
    return { chunkId, score };
  });
  const found = scored.filter(({ score }) => score > 0);
  return found.sort((a, b) => b.score - a.score || a.chunkId - b.chunkId).slice(0, limit);
}

function loadSegmentSizes(dataDir: string): { id: number; places: number }[] {
  const database = openDatabase(join(dataDir, 'archive.sqlite'), ARCHIVE_MIGRATIONS);
  const rows = database.prepare('SELECT segment_id AS id, length(lengths) / 2 AS places FROM segment').all();
  database.close();
  return rows as { id: number; places: number }[];
}

describe('the words’ index', () => {
  it('ranks as BM25 over the raw terms does, after any sequence of writes, replacements and removals', async () => {
    const query = fc.array(
      fc.record({ text: fc.constantFrom(...TERMS, 'nowhere'), weight: fc.constantFrom(1, 0.5, 2) }),
      { minLength: 1, maxLength: 5 },
    );
    const law = fc.asyncProperty(
      fc.array(step, { maxLength: 60, size: 'max' }),
      query,
      fc.integer({ min: 1, max: 8 }),
      async (steps, terms, limit) => {
        const options = { dataDir: makeTemporaryFolder(), log: createRecordingLog() };
        const writer = await openArchiveWriter(options);
        const archive = await openArchive(options);
        try {
          for (const one of steps) await run(writer, one);
          await writer.flush();
          const all = await loadAllTerms(archive);
          const expected = rankNaively(all, terms, limit);
          const found = await archive.findCandidates({ terms, vector: null, filter: {}, limit });
          expect(found.map(({ chunkId }) => chunkId)).toEqual(expected.map(({ chunkId }) => chunkId));
          found.forEach(({ words }, i) => {
            expect(words).toBeCloseTo(expected[i]?.score ?? Number.NaN, 9);
          });
          const counts = TERMS.map((term) => [...all.values()].filter((held) => held.includes(term)).length);
          expect(await archive.termFrequencies(TERMS)).toEqual({ counts, chunks: all.size });
        } finally {
          await archive.close();
          await writer.close();
        }
      },
    );
    await fc.assert(law, { numRuns: 25 });
  });

  it('stays a handful of segments, drops the dead and still ranks right, over a hundred small ingests', async () => {
    const options = { dataDir: makeTemporaryFolder(), log: createRecordingLog() };
    const writer = await openArchiveWriter(options);
    const archive = await openArchive(options);
    const pick = (i: number) => TERMS[i % TERMS.length] ?? '';
    for (let i = 0; i < 100; i++) {
      const articles = Array.from({ length: (i % 7) + 1 }, (_, k) =>
        toPrepared([[`${i}-${k}`, pick(i + k), pick(k * i)]]),
      );
      await writer.writeFile({ path: `${i}.txt`, fingerprint: '1' }, articles);
      await writer.flush();
      if (i >= 10 && i % 5 !== 0) await writer.removeFile(`${i - 10}.txt`);
    }
    const all = await loadAllTerms(archive);
    for (const term of TERMS) {
      const terms = [{ text: term, weight: 1 }];
      const found = await archive.findCandidates({ terms, vector: null, filter: {}, limit: 1000 });
      const expected = rankNaively(all, terms, 1000);
      expect(found.map(({ chunkId }) => chunkId)).toEqual(expected.map(({ chunkId }) => chunkId));
    }
    await archive.close();
    await writer.close();
    const sizes = loadSegmentSizes(options.dataDir);
    expect(sizes.length).toBeLessThanOrEqual(4);
    expect(sizes.reduce((sum, { places }) => sum + places, 0)).toBeLessThanOrEqual(2 * all.size);
  });

  it('leaves the large segment alone when small issues come in', async () => {
    const options = { dataDir: makeTemporaryFolder(), log: createRecordingLog() };
    const ingest = async (path: string, articles: number) => {
      const writer = await openArchiveWriter(options);
      const prepared = Array.from({ length: articles }, (_, i) => toPrepared([[`${path}${i}`, 'a']]));
      await writer.writeFile({ path, fingerprint: '1' }, prepared);
      await writer.close();
      return loadSegmentSizes(options.dataDir);
    };
    const [large] = await ingest('years', 300);
    for (let day = 0; day < 20; day++) {
      const sizes = await ingest(`day ${day}`, 7);
      expect(sizes).toContainEqual(large);
      expect(sizes.length).toBeLessThanOrEqual(4);
    }
  });

  it('gives the same scores after an archive of before the lists had tables is opened', async () => {
    const options = { dataDir: makeTemporaryFolder(), log: createRecordingLog() };
    const writer = await openArchiveWriter(options);
    const articles = Array.from({ length: 400 }, (_, i) =>
      toPrepared([[`${i}`, '民', ...(i % 3 === 0 ? ['生', '生'] : ['事'])]]),
    );
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, articles);
    await writer.close();
    const find = async () => {
      const archive = await openArchive(options);
      const terms = ['民', '生', '事'].map((text) => ({ text, weight: 1 }));
      const found = await archive.findCandidates({ terms, vector: null, filter: {}, limit: 50 });
      await archive.close();
      return found;
    };
    const before = await find();
    const database = openDatabase(join(options.dataDir, 'archive.sqlite'), ARCHIVE_MIGRATIONS);
    const update = database.prepare('UPDATE postings SET data = ? WHERE term = ?');
    const rows = database.prepare('SELECT term, count, data FROM postings WHERE count > 128').all();
    for (const { term, count, data } of rows as { term: string; count: number; data: Buffer }[]) {
      update.run(data.subarray(tableBytes(count)), term);
    }
    database.exec('ALTER TABLE postings RENAME TO posting; PRAGMA user_version = 5');
    database.close();
    expect(rows).toHaveLength(3);
    expect(await find()).toEqual(before);
    const checks = await checkArchive({ dataDir: options.dataDir, isOwnId: () => true });
    expect(checks.filter(({ state }) => state === 'broken')).toEqual([]);
  });

  it('orders terms as SQLite does', () => {
    const term = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(term, term, (a, b) => {
        expect(Math.sign(compareTerms(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });
});
