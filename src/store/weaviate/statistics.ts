import { cutInto } from './cut-batches.js';
import type { View } from './read-session.js';
import { INDEXED, largerThan, sampleOf, shareOf } from './samples.js';

/** How many chunks there are, and of how many terms on average. */
type Totals = { chunks: number; averageLength: number };

export function loadTotals(view: View): Promise<Totals> {
  return view.remember('totals', async () => {
    const { count, sum } = await view.collections.chunks.addUp('length');
    return { chunks: count, averageLength: count === 0 ? 1 : sum / count };
  });
}

/** Requests that share the terms; a server counts those of one request one after the other. */
const REQUESTS = 4;
/** Asked for with one request at most. */
const TERMS_AT_ONCE = 60;

/**
 * Weaviate reads every object that it counts, so what many chunks hold is counted in a sample: of `first` chunks at least,
 * and where fewer than `enough` of them hold the term, in one in which some two to sixteen times as many should. With 50
 * the count is mostly off by a seventh, and the idf made of it by .1.
 */
const SAMPLES = { first: 500, enough: 50 };

/**
 * In how many chunks each token (see term-text.ts) stands, in their order; what is frequent in a large archive is estimated.
 */
export async function countTokens(
  view: View,
  tokens: readonly string[],
  samples = SAMPLES,
): Promise<number[]> {
  const counts = new Map<string, Promise<number>>();
  for (const token of tokens) {
    const known = view.remembered.get(keyOf(token)) as Promise<number> | undefined;
    if (known !== undefined) counts.set(token, known);
  }
  const unknown = [...new Set(tokens)].filter((token) => !counts.has(token));
  const atOnce = Math.min(TERMS_AT_ONCE, Math.ceil(unknown.length / REQUESTS));
  for (const some of cutInto(unknown, atOnce)) {
    const counted = countEach(view, some, samples);
    for (const token of some)
      counts.set(
        token,
        view.remember(keyOf(token), async () => (await counted).get(token) as number),
      );
  }
  return Promise.all(tokens.map((token) => counts.get(token) as Promise<number>));
}

const keyOf = (token: string) => `count ${token}`;

async function countEach(
  view: View,
  tokens: readonly string[],
  { first, enough }: typeof SAMPLES,
): Promise<Map<string, number>> {
  const { chunks } = await loadTotals(view);
  const counts = new Map<string, number>();
  let left = tokens.map((token) => ({ token, sample: sampleOf(chunks, first) }));
  while (left.length > 0) {
    const counted = await countInSamples(view, left);
    left = left.flatMap(({ token, sample }, i) => {
      const count = counted[i] as number;
      if (sample > 0 && count < enough)
        return [{ token, sample: largerThan(sample, (16 * enough) / (count + 1)) }];
      counts.set(token, Math.min(chunks, Math.round(count / shareOf(sample))));
      return [];
    });
  }
  return counts;
}

/** The library asks for one count at a time; GraphQL counts them all in one request. */
async function countInSamples(
  view: View,
  asked: readonly { token: string; sample: number }[],
): Promise<number[]> {
  const { name } = view.collections.chunks;
  const counts = asked.map(({ token, sample }, i) => {
    const property = sample < INDEXED ? 'terms' : 'sampledTerms';
    const holding = `{path:["${property}"],operator:Equal,valueText:${JSON.stringify(token)}}`;
    const among = `{path:["samples"],operator:Equal,valueInt:${sample}}`;
    const where = sample === 0 ? holding : `{operator:And,operands:[${holding},${among}]}`;
    return `t${i}:${name}(where:${where}){meta{count}}`;
  });
  const counted = await view.session.connection.request<Counted>('read', '/v1/graphql', {
    method: 'POST',
    body: { query: `{Aggregate{${counts.join(' ')}}}` },
  });
  return asked.map((_, i) => counted?.data.Aggregate[`t${i}`]?.[0]?.meta.count ?? 0);
}

type Counted = { data: { Aggregate: Record<string, { meta: { count: number } }[]> } };
