import { findNumbersAt } from '../../text/numbers.js';
import { overlaps } from '../../text/span.js';
import { readUnit } from './units.js';
import type { Value } from './value.js';

/** How a number is meant: 超过, 不足, 约, or nothing of it. `strict` ones change the number where they are left out. */
type Bound = 'exact' | 'above' | 'strictly above' | 'below' | 'strictly below' | 'about';

/** A number with what it counts; `group` is null where no known unit stands behind it. */
export type Quantity = Value & {
  kind: 'number';
  value: number;
  isPercentage: boolean;
  isOrdinal: boolean;
  group: string | null;
  bound: Bound;
  /** 三年 of 三年六个月: another number follows at once. */
  isContinued: boolean;
};

const FRACTION = /([一二两三四五六七八九十\d]+)分之([一二两三四五六七八九十\d]+)/gu;
const BEFORE: readonly [RegExp, Bound][] = [
  [/(?:不超过|至多|最多|不高于|不多于)$/u, 'strictly below'],
  [/(?:不少于|不低于|至少|起码|最少)$/u, 'strictly above'],
  [/(?:超过|突破|多于|高于|大于|逾|超)$/u, 'above'],
  [/(?:不足|不到|少于|低于|小于|未满|不满)$/u, 'strictly below'],
  [/(?:将近|接近|近)$/u, 'below'],
  [/(?:大约|约|大概)$/u, 'about'],
];
const BEHIND: readonly [RegExp, Bound][] = [
  [/^以上/u, 'strictly above'],
  [/^(?:以下|以内|之内)/u, 'strictly below'],
  [/^(?:左右|上下)/u, 'about'],
  [/^[余多]/u, 'above'],
];

/** The numbers of a folded text with their units and bounds, outside the `taken` spans (times). */
export function findQuantities(folded: string, taken: readonly { start: number; end: number }[]): Quantity[] {
  const fractions = [...folded.matchAll(FRACTION)].flatMap(toFraction);
  // 零售 counts nothing.
  const numbers = findNumbersAt(folded).filter(
    (number) =>
      folded.slice(number.start, number.end) !== '零' &&
      !isListMark(folded, number) &&
      ![...taken, ...fractions].some((span) => overlaps(number, span)),
  );
  const all = [...fractions, ...numbers.map((number) => complete(folded, number))];
  return all
    .map((one) => ({ ...one, isContinued: all.some(({ start }) => start === one.end) }))
    .sort((a, b) => a.start - b.start);
}

/** 二是, （二）, 2. and 2、 at the head of an item count nothing. */
function isListMark(folded: string, { start, end }: Value): boolean {
  const isHead = /(?:^|[，,。；;：:\n（(])\s*$/u.test(folded.slice(0, start));
  return isHead && /^(?:是|[、）)]|\.(?!\d))/u.test(folded.slice(end));
}

function toFraction(found: RegExpMatchArray): Quantity[] {
  const start = found.index ?? 0;
  const [below, above] = found.slice(1).map((part) => findNumbersAt(`${part}个`)[0]?.value);
  // 百分之五 is read as a percentage by the reader of numbers.
  if (!below || !above || below === 100) return [];
  const value = Number(((above / below) * 100).toPrecision(6));
  const end = start + found[0].length;
  return [
    {
      kind: 'number',
      value,
      isPercentage: true,
      isOrdinal: false,
      group: null,
      bound: 'exact',
      isContinued: false,
      start,
      end,
    },
  ];
}

function complete(folded: string, number: ReturnType<typeof findNumbersAt>[number]): Quantity {
  const { value, isPercentage, start } = number;
  const isOrdinal = folded[start - 1] === '第';
  const more = /^[余多]/u.exec(folded.slice(number.end, number.end + 1))?.[0].length ?? 0;
  const scaled = /[余多](?=[百千万亿])/u.test(folded.slice(start, number.end));
  const unit = isPercentage ? null : readUnit(folded, number.end + more);
  const end = number.end + more + (unit?.length ?? 0);
  const before = folded.slice(Math.max(0, start - 4), start);
  const bound =
    BEFORE.find(([pattern]) => pattern.test(before))?.[1] ??
    BEHIND.find(([pattern]) => pattern.test(folded.slice(end)))?.[1] ??
    (more || scaled ? 'above' : 'exact');
  const group = unit?.group ?? null;
  return { kind: 'number', value, isPercentage, isOrdinal, group, bound, isContinued: false, start, end };
}

/** Whether two quantities could be taken for each other: they count the same kind of thing. */
export function areComparable(one: Quantity, other: Quantity): boolean {
  if (one.isPercentage !== other.isPercentage || one.isOrdinal !== other.isOrdinal) return false;
  return one.group === other.group || isLoose(one, other) || isLoose(other, one);
}

/** 三 and 三个: things that are counted one by one may stand without their measure word. */
const isLoose = (one: Quantity, other: Quantity): boolean => one.group === null && other.group === '个';

/** Whether the evidence's quantity says what the sentence's does. */
export function saysQuantity(said: Quantity, evidence: Quantity): boolean {
  if (said.value !== evidence.value || said.isContinued !== evidence.isContinued) return false;
  if (!areComparable(said, evidence)) return false;
  const side = (bound: Bound) => bound.replace('strictly ', '');
  if (said.bound === evidence.bound || side(said.bound) === side(evidence.bound)) return true;
  return said.bound === 'exact' && !evidence.bound.startsWith('strictly');
}
