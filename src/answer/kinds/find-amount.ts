import type { Query } from '../../domain/query.js';
import { parseChineseNumber } from '../../text/numbers.js';

/** A number with its unit, as printed and as a value: 3.8亿元 is 380000000 of 元. */
export type Amount = { said: string; value: number; unit: string };

const UNIT = '亩|吨|人次|人|户|部|个|件|项|所|家|座|套|盏|元|公里|千米|米|平方米|张|处|条|辆|台|例|%|％|倍';
const AMOUNT = `(?<![\\d.第])(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百]+)\\s*([万亿]?)(${UNIT})`;
const FACTOR: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8 };
/** Characters between what is measured and its amount, and between an amount and what it counts. */
const REACH = { behind: 8, before: 4 };
/** 由32个增加到47个: what it is now is the second. */
const GROWN = new RegExp(`[由从][^，,。]{0,10}?\\d+[^，,。]{0,12}?[到至为]${AMOUNT}`, 'u');

/** The word that the question measures (投资, 加装电梯); 元 where it asks what something costs. */
export const findMeasured = ({ text, keywords }: Pick<Query, 'text' | 'keywords'>): string =>
  /多少钱/u.test(text) ? '元' : (keywords.at(-1) ?? '');

/**
 * The amount of what is measured: the one right behind its word (总投资3.6亿元) or right before it (七件民生实事), else the
 * only one of the text; null where the text gives none or leaves it open.
 */
export function findAmount(text: string, measured: string): Amount | null {
  const amounts = [...text.matchAll(new RegExp(AMOUNT, 'gu'))];
  if (measured === '元') return toAmount(amounts.find(({ 3: unit }) => unit === '元'));
  const grown = GROWN.exec(text);
  if (grown) return toAmount(grown);
  const at = measured ? text.lastIndexOf(measured) : -1;
  const behind = amounts.find(
    ({ index }) =>
      at >= 0 &&
      isNear(index - at - measured.length, REACH.behind) &&
      !/[，,；;。]/u.test(text.slice(at, index)),
  );
  const before = amounts.findLast(
    ({ 0: said, index }) => at >= 0 && isNear(at - index - said.length, REACH.before),
  );
  return toAmount(behind ?? before ?? (amounts.length === 1 ? amounts[0] : undefined));
}

const isNear = (distance: number, reach: number): boolean => distance >= 0 && distance <= reach;

function toAmount(found: RegExpExecArray | undefined): Amount | null {
  if (!found) return null;
  const [, digits = '', factor = '', unit = ''] = found;
  const number = /^\d/u.test(digits) ? Number(digits) : parseChineseNumber(digits);
  const value = number === null ? null : number * (FACTOR[factor] ?? 1);
  return value === null ? null : { said: digits + factor + unit, value, unit };
}
