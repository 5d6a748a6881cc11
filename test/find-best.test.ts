import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryTerm } from '../src/domain/query.js';
import type { AllowedChunks } from '../src/store/filter.js';
import { openDatabase } from '../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../src/store/schema.js';
import { markDead } from '../src/store/words/mark-dead.js';
import { mergeSegments } from '../src/store/words/merge-segments.js';
import { PendingWords } from '../src/store/words/pending-words.js';
import { WordsIndex } from '../src/store/words/words-index.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

/** From one that stands in most chunks to one that stands in few. */
const TERMS = ['的', '市', '公路', '阳曲', '通车', '水库', '民生', '梨花'];

type Chunk = { chunkId: number; terms: string[] };

/** Numbers from 0 to 1, the same for the same seed: chunks by the thousand would take fast-check too long. */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

function makeChunks(random: () => number, count: number): Chunk[] {
  let chunkId = 0;
  return Array.from({ length: count }, () => {
    chunkId += 1 + Math.floor(random() * 3);
    const terms = TERMS.flatMap((term, rank) => {
      if (random() > 0.9 / (rank + 1)) return [];
      return Array<string>(1 + Math.floor(random() ** 4 * 6)).fill(term);
    });
    // In few lengths, so that scores are equal; in some chunks nothing else stands.
    return { chunkId, terms: [...terms, ...Array<string>(10 * Math.floor(random() * 4)).fill('其余')] };
  });
}

function rankAll(chunks: readonly Chunk[], query: readonly QueryTerm[]) {
  const lengths = chunks.map(({ terms }) => Math.max(terms.length, 1));
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / chunks.length;
  const rarities = query.map(({ text }) => {
    const holding = chunks.filter(({ terms }) => terms.includes(text)).length;
    return Math.log(1 + (chunks.length - holding + 0.5) / (holding + 0.5));
  });
  const scored = chunks.map(({ chunkId, terms }, c) => {
    const norm = 0.9 * (1 - 0.4 + (0.4 * (lengths[c] as number)) / averageLength);
    const score = query.reduce((sum, { text, weight }, i) => {
      const frequency = terms.filter((term) => term === text).length;
      return sum + (weight * (rarities[i] as number) * frequency * 1.9) / (frequency + norm);
    }, 0);
    return { chunkId, score };
  });
  return scored.filter(({ score }) => score > 0);
}

describe('the best chunks by words', () => {
  const law = fc.record({
    seed: fc.integer(),
    segments: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 }),
    dead: fc.constantFrom(0, 0.02, 0.45, 0.7),
    query: fc.array(
      fc.record({ text: fc.constantFrom(...TERMS, '无处'), weight: fc.constantFrom(1, 0.5, 0.2) }),
      { minLength: 1, maxLength: 10 },
    ),
    limit: fc.constantFrom(1, 3, 10, 100, 5000),
    allowed: fc.constantFrom(null, 0.01, 0.05, 0.5),
  });

  it('are those that adding everything up gives, with dead chunks and filters, in segments of many blocks', () => {
    fc.assert(
      fc.property(law, ({ seed, segments, dead, query, limit, allowed }) => {
        const random = createRandom(seed);
        const database = openDatabase(join(makeTemporaryFolder(), 'a.sqlite'), ARCHIVE_MIGRATIONS);
        const all = makeChunks(
          random,
          segments.reduce((sum, size) => sum + size, 0),
        );
        let from = 0;
        for (const size of segments) {
          const words = new PendingWords();
          for (const { chunkId, terms } of all.slice(from, from + size)) words.add(chunkId, terms);
          words.write(database, 0, new Set());
          from += size;
        }
        const gone = new Set(all.filter(() => random() < dead).map(({ chunkId }) => chunkId));
        markDead(database, gone);
        // Of segments that are mostly dead only what lives is left.
        mergeSegments(database, 8);
        const live = all.filter(({ chunkId }) => !gone.has(chunkId));
        const admitted = new Set(
          live.filter(() => allowed === null || random() < allowed).map(({ chunkId }) => chunkId),
        );
        const filter: AllowedChunks | null =
          allowed === null
            ? null
            : { ids: Uint32Array.from(admitted), has: (chunkId) => admitted.has(chunkId) };
        const index = new WordsIndex(database);
        index.refresh();
        const scores = index.score(query);
        const expected = rankAll(live, query);
        const best = scores.top(limit, filter);
        const ids = best.map(({ chunkId }) => chunkId);

        const scoreOf = new Map(expected.map(({ chunkId, score }) => [chunkId, score]));
        for (const { chunkId, score } of best) expect(score).toBeCloseTo(scoreOf.get(chunkId) ?? -1, 9);
        const inOrder = expected
          .filter(({ chunkId }) => admitted.has(chunkId))
          .map((one) => ({ ...one, rounded: Number(one.score.toFixed(9)) }))
          .sort((a, b) => b.rounded - a.rounded || a.chunkId - b.chunkId);
        expect(ids).toEqual(inOrder.slice(0, limit).map(({ chunkId }) => chunkId));

        const others = index.score(query);
        const asked = all.slice(0, 200).map(({ chunkId }) => chunkId);
        const given = others.of([...asked].reverse()).reverse();
        asked.forEach((chunkId, i) => {
          expect(given[i]).toBeCloseTo(gone.has(chunkId) ? 0 : (scoreOf.get(chunkId) ?? 0), 9);
        });
        for (const term of TERMS) {
          expect(index.count(term)).toBe(live.filter(({ terms }) => terms.includes(term)).length);
        }
        database.close();
      }),
      { numRuns: 60 },
    );
  });
});
