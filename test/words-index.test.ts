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
import { saturatedFrequency } from '../src/store/words/bm25.js';
import { PostingList } from '../src/store/words/posting-list.js';
import { decodePostings, encodePostings } from '../src/store/words/postings.js';
import type { Segment } from '../src/store/words/segment.js';
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
    for (const { chunkId, ordinal } of await archive.loadChunksOfArticle(articleId)) {
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

function loadSegmentSizes(dataDir: string): { places: number; count: number } {
  const database = openDatabase(join(dataDir, 'archive.sqlite'), ARCHIVE_MIGRATIONS);
  const row = database
    .prepare('SELECT sum(length(lengths) / 2) AS places, count(*) AS count FROM segment')
    .get();
  database.close();
  return row as { places: number; count: number };
}

/** A segment with chunks of these lengths; chunk ids are places times two. */
function makeSegment(lengths: Uint16Array): Segment {
  const deadPlaces = Int32Array.from(lengths.keys()).filter((place) => lengths[place] === 0);
  return {
    segmentId: 1,
    chunkIds: Uint32Array.from(lengths, (_, place) => 2 * place),
    lengths,
    dead: deadPlaces.length,
    deadPlaces,
    totalLength: lengths.reduce((sum, length) => sum + length, 0),
  };
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
    const { places, count } = loadSegmentSizes(options.dataDir);
    expect(count).toBeLessThanOrEqual(8);
    expect(places).toBeLessThanOrEqual(2 * all.size);
  });

  it('reads back the postings that it wrote, whole and block by block, none above its block’s bound', () => {
    const posting = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 400 }));
    const far = fc.tuple(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 1, max: 65_535 }));
    const few = fc.array(far, { minLength: 1 });
    const many = fc.array(posting, { minLength: 100, maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(fc.oneof(few, many), fc.integer({ min: 1, max: 1000 }), (steps, averageLength) => {
        let place = -1;
        const pairs = steps.flatMap(([distance, frequency]) => {
          place += distance;
          return [place, frequency];
        });
        const segment = makeSegment(Uint16Array.from({ length: 4000 }, (_, i) => (i * 7919) % 500));
        const data = Buffer.from(encodePostings(pairs, segment.lengths));
        const { places, frequencies } = decodePostings(data, steps.length);
        expect(steps.flatMap((_, i) => [places[i], frequencies[i]])).toEqual(pairs);
        const list = new PostingList(segment, steps.length, data);
        const bounds = list.bound(averageLength);
        const read: number[] = [];
        for (let block = 0; block < list.blocks; block++) {
          expect(list.isDescribed(block)).toBe(true);
          const count = list.decode(block);
          for (let i = 0; i < count; i++) {
            const [place, frequency] = [list.decoded.places[i] ?? -1, list.decoded.frequencies[i] ?? -1];
            read.push(place, frequency);
            const length = segment.lengths[place] ?? 0;
            const said = length === 0 ? 0 : saturatedFrequency(frequency, length, averageLength);
            expect(said).toBeLessThanOrEqual(bounds[block] as number);
          }
        }
        expect(read).toEqual(pairs);
        for (let i = 0; i < pairs.length; i += 2) {
          expect(list.frequencyAt(pairs[i] as number)).toBe(pairs[i + 1]);
        }
        expect(list.frequencyAt(place + 1)).toBe(0);
      }),
    );
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
    const update = database.prepare('UPDATE posting_list SET data = ? WHERE term = ?');
    const rows = database.prepare('SELECT term, count, data FROM posting_list WHERE count > 128').all();
    for (const { term, count, data } of rows as { term: string; count: number; data: Buffer }[]) {
      update.run(data.subarray(tableBytes(count)), term);
    }
    database.exec('ALTER TABLE posting_list RENAME TO posting; PRAGMA user_version = 5');
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
