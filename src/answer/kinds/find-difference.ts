import type { Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import type { Claim } from '../claim.js';
import { findAmount, findMeasured } from './find-amount.js';

type Told = { label: string; query: Pick<Query, 'kind' | 'text' | 'keywords'>; claims: readonly Claim[] };

/** What two numbers of the same unit differ by, said with both; null where a side gives none or another kind. */
export function findDifference(sides: readonly Told[]): string | null {
  const [one, other] = sides.map(({ label, query, claims }) => {
    const amount = query.kind === 'number' ? findAmount(claims[0]?.text ?? '', findMeasured(query)) : null;
    return amount && { label, ...amount };
  });
  if (!one || !other || sides.length > 2 || one.unit !== other.unit || haveOneQuote(sides)) return null;
  const [more, less] = one.value >= other.value ? [one, other] : [other, one];
  const by = more.value - less.value;
  return wording.difference(more, less, by === 0 ? '0' : formatAmount(by, one.unit));
}

/** One sentence for both sides gives its number to one of them only. */
const haveOneQuote = ([one, other]: readonly Told[]): boolean => {
  const [quote, second] = [one?.claims[0]?.quotes[0], other?.claims[0]?.quotes[0]];
  return quote?.article.articleId === second?.article.articleId && quote?.start === second?.start;
};

/** 260000人 → 26万人. */
function formatAmount(value: number, unit: string): string {
  const [size, mark] = value >= 1e8 ? [1e8, '亿'] : value >= 1e4 ? [1e4, '万'] : [1, ''];
  return `${Number((value / size).toFixed(4))}${mark}${unit}`;
}
