import { overlaps } from '../../text/span.js';
import { buildContexts, type Context, type Mark } from './contexts.js';
import { type Direction, findDirections } from './find-directions.js';
import { findNames, type Name } from './find-names.js';
import { findQuantities, type Quantity } from './find-quantities.js';
import { findSpokenTimes, type SpokenTimeValue } from './find-spoken-times.js';
import { spellOutRespectively } from './respectively.js';

type WithContext<V> = V & { context: Context };

/** All that a folded text states and that could be wrong, each with what stands around it. */
export type Facts = {
  text: string;
  quantities: WithContext<Quantity>[];
  /** 第三: says which one is meant. */
  ordinals: WithContext<Quantity>[];
  times: WithContext<SpokenTimeValue>[];
  directions: WithContext<Direction>[];
  names: WithContext<Name>[];
};

export function findFacts(folded: string, issueDate: string | null): Facts {
  const times = findSpokenTimes(folded, issueDate);
  const numbers = findQuantities(folded, times);
  const quantities = numbers.filter(({ isOrdinal }) => !isOrdinal);
  const ordinals = numbers.filter(({ isOrdinal }) => isOrdinal);
  const directions = findDirections(folded);
  const names = findNames(folded).filter(
    (name) => ![...times, ...numbers].some((one) => overlaps(one, name)),
  );
  const marks = {
    times: times.map((time): Mark => ({ ...time, mark: `time:${time.from}/${time.to}` })),
    quantities: quantities.map(
      (one): Mark => ({ ...one, mark: `number:${one.value}${one.isPercentage ? '%' : ''}` }),
    ),
    ordinals: ordinals.map((one): Mark => ({ ...one, start: one.start - 1, mark: `ordinal:${one.value}` })),
    directions: directions.map((one): Mark => ({ ...one, mark: `${one.group}:${one.side}` })),
  };
  const attach = <V extends { start: number; end: number }>(
    values: readonly V[],
    others: readonly Mark[],
  ) => {
    const contexts = buildContexts(folded, values, others, times);
    return values.map((value, index) => ({ ...value, context: contexts[index] ?? new Map() }));
  };
  return {
    text: folded,
    quantities: attachSpelledOut(
      folded,
      quantities,
      [...marks.times, ...marks.ordinals, ...marks.directions],
      attach,
    ),
    ordinals: attach(ordinals, [...marks.times, ...marks.quantities, ...marks.directions]),
    times: attach(times, [...marks.quantities, ...marks.ordinals, ...marks.directions]),
    directions: attach(directions, [...marks.quantities, ...marks.ordinals, ...marks.times]),
    names: attach(names, [...marks.quantities, ...marks.ordinals, ...marks.times, ...marks.directions]),
  };
}

type Attach = <V extends { start: number; end: number }>(
  values: readonly V[],
  others: readonly Mark[],
) => WithContext<V>[];

/** 甲、乙分别增加3个和5个: the numbers get the contexts that they have where each stands behind its own subject. */
function attachSpelledOut(
  folded: string,
  quantities: readonly Quantity[],
  others: readonly Mark[],
  attach: Attach,
): WithContext<Quantity>[] {
  const plain = attach(quantities, others);
  const spelled = spellOutRespectively(folded);
  if (spelled === null) return plain;
  const again = findFacts(spelled, null).quantities;
  return plain.map((one) => ({
    ...one,
    context: again.find((other) => other.value === one.value)?.context ?? one.context,
  }));
}
