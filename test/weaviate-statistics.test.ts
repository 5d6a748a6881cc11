import { expect, it, onTestFinished } from 'vitest';
import { openWeaviateArchive } from '../src/store/weaviate/archive.js';
import { Connection } from '../src/store/weaviate/connection.js';
import { ReadSession } from '../src/store/weaviate/read-session.js';
import { countTokens } from '../src/store/weaviate/statistics.js';
import { parseExplanation } from '../src/store/weaviate/word-score.js';
import { openWeaviateWriter } from '../src/store/weaviate/writer.js';
import { prepareArticle, toTerms } from './helpers/prepared-article.js';
import { write } from './helpers/store-use.js';
import { AT_ONCE, weaviateSettings } from './helpers/weaviate-archive.js';
import { describeWithWeaviate, shareWeaviate } from './helpers/weaviate-server.js';

const ARTICLES = 400;

/** All name a bridge, every fourth a road, five a railway. */
const articles = Array.from({ length: ARTICLES }, (_, i) =>
  prepareArticle(String(i), [`桥${i % 4 === 0 ? '路' : ''}${i % 80 === 0 ? '铁' : ''}${'。'.repeat(i % 7)}`]),
);

async function fill(prefix: string, shards: number | null) {
  const settings = weaviateSettings(await shareWeaviate(), prefix, { shards });
  const writer = await openWeaviateWriter(settings, AT_ONCE);
  onTestFinished(() => writer.close());
  await write(writer, 'a.txt', articles);
  return settings;
}

describeWithWeaviate('what words weigh', () => {
  it('is counted exactly for rare terms, and from a sample for those that very many chunks hold', async () => {
    const connection = new Connection(await fill('Samples', null));
    onTestFinished(() => connection.close());
    const view = await new ReadSession(connection).look();
    const terms = ['桥', '路', '铁', '船', '桥'];
    // An eighth of the articles is in the first sample, an eighth of these in the second.
    const [bridges, roads, railways, ships, again] = await countTokens(view, terms, { first: 50, enough: 5 });
    expect(bridges).not.toBe(ARTICLES);
    expect(Math.abs((bridges as number) - ARTICLES)).toBeLessThan(ARTICLES / 5);
    expect(Math.abs((roads as number) - ARTICLES / 4)).toBeLessThan(ARTICLES / 20);
    expect([railways, ships]).toEqual([5, 0]);
    expect(again).toBe(bridges);
    view.remembered.clear();
    const smaller = await countTokens(view, terms.slice(0, 4), { first: 4, enough: 4 });
    expect((smaller[0] as number) / 64).toBeGreaterThan(3);
    expect((smaller[0] as number) % 64).toBe(0);
    expect(smaller.slice(1)).toEqual([roads, 5, 0]);
  });

  it('is the same in several shards as in one', async () => {
    const scoresIn = async (prefix: string, shards: number) => {
      const archive = openWeaviateArchive(await fill(prefix, shards));
      onTestFinished(() => archive.close());
      const request = { terms: toTerms('铁路桥'), vector: null, filter: {}, limit: ARTICLES };
      return archive.findCandidates(request);
    };
    expect(await scoresIn('Sharded', 3)).toEqual(await scoresIn('Whole', 1));
  });
});

it('reads how often each word stands in a chunk and among how many, whatever the words are', () => {
  const explanation =
    ', BM25F_阳曲_propLength:120, BM25F__frequency:1_frequency:3, BM25F_阳曲_frequency:2, BM25F_,a_propLength:120';
  expect(parseExplanation(explanation)).toEqual({
    length: 120,
    frequencies: new Map([
      ['_frequency:1', 3],
      ['阳曲', 2],
    ]),
  });
  expect(parseExplanation('')).toEqual({ length: 0, frequencies: new Map() });
});
