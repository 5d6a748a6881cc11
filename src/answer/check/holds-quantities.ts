import { belongs } from './belongs.js';
import type { Evidence } from './evidence-text.js';
import type { Facts } from './find-facts.js';
import { areComparable, type Quantity, saysQuantity } from './find-quantities.js';

/** Numbers that are names: 2号线, 301路. */
const NAMING: ReadonlySet<string | null> = new Set(['号', '路', '届']);

/** Whether each number of a sentence stands in its quotes with the same unit and bound, and of the same thing. */
export function holdsQuantities(said: Facts, evidence: readonly Evidence[]): boolean {
  return (
    said.quantities.every((one) => holds('quantities', one, evidence)) &&
    said.ordinals.every((one) => holds('ordinals', one, evidence)) &&
    !losesBound(said, evidence)
  );
}

function holds(
  kind: 'quantities' | 'ordinals',
  said: Facts['quantities'][number],
  evidence: readonly Evidence[],
): boolean {
  const isQuoted = ({ start, end }: Quantity, one: Evidence) => start < one.end && end > one.start;
  const right = evidence.flatMap((one) =>
    one.facts[kind].filter((other) => isQuoted(other, one) && saysQuantity(said, other)),
  );
  const rivals = evidence.flatMap((one) =>
    one.facts[kind].filter((other) => areComparable(said, other) && other.value !== said.value),
  );
  // 2号线 of the headline may be put to what is printed below it, unless another line is spoken of there.
  if (!right.length && !rivals.length && NAMING.has(said.group))
    return evidence.some(({ around }) => around[kind].some((other) => saysQuantity(said, other)));
  return belongs(said, right, rivals);
}

/** 1.3米以下儿童免费 is not 儿童免费: a limit in front of those whom it is about goes with them. */
function losesBound(said: Facts, evidence: readonly Evidence[]): boolean {
  return evidence.some(({ facts, start, end }) =>
    facts.quantities.some((limit) => {
      if (!limit.bound.startsWith('strictly') || limit.start < start || limit.end > end) return false;
      const whom = /^(?:以上|以下|以内|的)*(\p{Script=Han}{2})/u.exec(facts.text.slice(limit.end))?.[1];
      if (whom === undefined || !said.text.includes(whom)) return false;
      const isElsewhere = facts.text.split(whom).length > 2;
      return !isElsewhere && !said.quantities.some((one) => saysQuantity(one, limit));
    }),
  );
}
