import { cutInto } from './cut-batches.js';
import type { View } from './read-session.js';
import { toToken } from './term-text.js';

export const countChunks = (view: View): Promise<number> =>
  view.remember('chunks', () => view.collections.chunks.count());

/** Asked for with one request at most. */
const TERMS_AT_ONCE = 60;

/** In how many chunks each term stands, in the order of the terms. */
export async function countTerms(view: View, terms: readonly string[]): Promise<number[]> {
  const tokens = terms.map(toToken);
  const counts = new Map<string, Promise<number>>();
  for (const token of tokens) {
    const known = view.remembered.get(keyOf(token)) as Promise<number> | undefined;
    if (known !== undefined) counts.set(token, known);
  }
  const unknown = [...new Set(tokens)].filter((token) => !counts.has(token));
  for (const some of cutInto(unknown, TERMS_AT_ONCE)) {
    const counted = countTokens(view, some);
    some.forEach((token, i) => {
      counts.set(
        token,
        view.remember(keyOf(token), async () => (await counted)[i] as number),
      );
    });
  }
  return Promise.all(tokens.map((token) => counts.get(token) as Promise<number>));
}

const keyOf = (token: string) => `count ${token}`;

/** The library asks for one count at a time; GraphQL counts them all in one request. */
async function countTokens(view: View, tokens: readonly string[]): Promise<number[]> {
  const { name } = view.collections.chunks;
  const asked = tokens.map((token, i) => {
    const where = `{path:["terms"],operator:Equal,valueText:${JSON.stringify(token)}}`;
    return `t${i}:${name}(where:${where}){meta{count}}`;
  });
  const counted = await view.session.connection.request<Counted>('read', '/v1/graphql', {
    method: 'POST',
    body: { query: `{Aggregate{${asked.join(' ')}}}` },
  });
  return tokens.map((_, i) => counted?.data.Aggregate[`t${i}`]?.[0]?.meta.count ?? 0);
}

type Counted = { data: { Aggregate: Record<string, { meta: { count: number } }[]> } };
