import type { Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import { fold } from '../../text/fold.js';
import type { Claim } from '../claim.js';

type Told = { label: string; query: Pick<Query, 'kind'>; claims: readonly Claim[] };
type Amount = { said: string; value: number; unit: string };

/** 48部, 3.8亿元, 1200盏: a number with its unit, times and ordinals left out. */
const AMOUNT =
  /(?<![\d.第])(\d+(?:\.\d+)?)\s*([万亿]?)((?:亩|吨|人次|人|户|部|个|件|项|所|家|座|套|盏|元|公里|千米|米|平方米|张|处|条|辆|台|例|%|％|倍))/gu;
const FACTOR: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8 };

/** What two numbers of the same unit differ by, said with both; null where a side gives none, several or another kind. */
export function findDifference(sides: readonly Told[]): string | null {
  const [one, other] = sides;
  if (!one || !other || sides.length > 2 || one.query.kind !== 'number') return null;
  const [first, second] = [readAmount(one.claims), readAmount(other.claims)];
  if (!first || !second || first.unit !== second.unit) return null;
  const by = Math.abs(first.value - second.value);
  const [more, less] =
    first.value >= second.value
      ? [told(one, first), told(other, second)]
      : [told(other, second), told(one, first)];
  return wording.difference(more, less, by === 0 ? '0' : formatAmount(by, first.unit));
}

const told = ({ label }: Told, { said }: Amount) => ({ label, said });

/** The only amount of the first claim. */
function readAmount(claims: readonly Claim[]): Amount | null {
  const found = [...fold(claims[0]?.text ?? '').matchAll(AMOUNT)];
  const [first] = found;
  if (!first || found.length > 1) return null;
  const [said, digits = '', factor = '', unit = ''] = first;
  return { said, value: Number(digits) * (FACTOR[factor] ?? 1), unit };
}

/** 260000 → 26万. */
function formatAmount(value: number, unit: string): string {
  const [size, mark] = value >= 1e8 ? [1e8, '亿'] : value >= 1e4 ? [1e4, '万'] : [1, ''];
  return `${Number((value / size).toFixed(4))}${mark}${unit}`;
}
