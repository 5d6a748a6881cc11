import type { Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import type { Claim } from '../claim.js';

type Told = { label: string; query: Pick<Query, 'kind' | 'keywords'>; claims: readonly Claim[] };
type Amount = { label: string; said: string; value: number; unit: string };

/** 48部, 3.8亿元, 1200盏: a number with its unit. */
const AMOUNT =
  /(?<![\d.第])(\d+(?:\.\d+)?)\s*([万亿]?)(亩|吨|人次|人|户|部|个|件|项|所|家|座|套|盏|元|公里|千米|米|平方米|张|处|条|辆|台|例|%|％|倍)/gu;
const FACTOR: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8 };
/** Characters between what is measured and its amount. */
const REACH = 8;

/** What two numbers of the same unit differ by, said with both; null where a side gives none, several or another kind. */
export function findDifference(sides: readonly Told[]): string | null {
  const [one, other] = sides.map(readAmount);
  if (!one || !other || sides.length > 2 || one.unit !== other.unit) return null;
  const [more, less] = one.value >= other.value ? [one, other] : [other, one];
  const by = more.value - less.value;
  return wording.difference(more, less, by === 0 ? '0' : formatAmount(by, one.unit));
}

/** The only amount of the first claim, or the one right behind the word that is measured. */
function readAmount({ label, query, claims }: Told): Amount | null {
  if (query.kind !== 'number') return null;
  const text = claims[0]?.text ?? '';
  const amounts = [...text.matchAll(AMOUNT)];
  const measured = query.keywords.at(-1) ?? '';
  const behind = text.lastIndexOf(measured) + measured.length;
  const near = amounts.filter(({ index }) => measured && index >= behind && index - behind <= REACH);
  const found = amounts.length === 1 ? amounts[0] : near[0];
  if (!found || (amounts.length > 1 && !text.includes(measured))) return null;
  const [said, digits = '', factor = '', unit = ''] = found;
  return { label, said, value: Number(digits) * (FACTOR[factor] ?? 1), unit };
}

/** 260000人 → 26万人. */
function formatAmount(value: number, unit: string): string {
  const [size, mark] = value >= 1e8 ? [1e8, '亿'] : value >= 1e4 ? [1e4, '万'] : [1, ''];
  return `${Number((value / size).toFixed(4))}${mark}${unit}`;
}
