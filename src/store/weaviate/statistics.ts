import type { View } from './read-session.js';
import { toToken } from './term-text.js';

export const countChunks = (view: View): Promise<number> =>
  view.remember('chunks', () => view.collections.chunks.count());

/** Asked for with one request at most. */
const TERMS_AT_ONCE = 60;

/** In how many chunks each term stands, in the order of the terms. */
export async function countTerms(view: View, terms: readonly string[]): Promise<number[]> {
  const tokens = terms.map(toToken);
  const unknown = [...new Set(tokens)].filter((token) => view.remembered.get(keyOf(token)) === undefined);
  for (let at = 0; at < unknown.length; at += TERMS_AT_ONCE) {
    const some = unknown.slice(at, at + TERMS_AT_ONCE);
    const counts = countTokens(view, some);
    some.forEach((token, i) => {
      view.remember(keyOf(token), async () => (await counts)[i] as number);
    });
  }
  const load = (token: string) => view.remembered.get(keyOf(token)) as Promise<number>;
  return Promise.all(tokens.map(load));
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
