import { cutCharacterPairs } from '../../text/character-pairs.js';
import { overlaps } from '../../text/span.js';
import { belongs } from './belongs.js';
import type { Evidence } from './evidence-text.js';
import { type Facts, findFacts } from './find-facts.js';
import { holdsNames } from './holds-names.js';
import { holdsQuantities } from './holds-quantities.js';
import { holdsTimes } from './holds-times.js';
import { findStrangeWord } from './holds-words.js';
import { soundsLikeInstruction } from './instructions.js';
import { findTurned } from './turned-round.js';

/** Why a sentence does not stand on its quotes. */
export type Fault =
  | 'number'
  | 'time'
  | 'name'
  | 'direction'
  | 'word'
  | 'instruction'
  | 'another subject'
  | NonNullable<ReturnType<typeof findTurned>>;

/** A sentence that shares less than this of its character pairs with its quotes says something else. */
const MIN_SHARED = 0.4;

/** What a folded sentence says that its evidence does not; null where all of it stands there. */
export function findFault(sentence: string, evidence: readonly Evidence[], askedOn: string): Fault | null {
  const said = evidence.map(({ facts, start, end }) => facts.text.slice(start, end)).join('\n');
  const whole = evidence.map(({ facts }) => facts.text).join('\n');
  const around = evidence.map((one) => one.around.text).join('\n');
  if (soundsLikeInstruction(whole) && !soundsLikeInstruction(sentence)) return 'instruction';
  const facts = findFacts(sentence, evidence[0]?.issueDate ?? null);
  if (!holdsQuantities(facts, evidence)) return 'number';
  if (!holdsTimes(facts, evidence, askedOn)) return 'time';
  if (!holdsNames(facts, evidence)) return 'name';
  if (!holdsDirections(facts, evidence)) return 'direction';
  const values = [
    ...facts.quantities,
    ...facts.ordinals,
    ...facts.times,
    ...facts.directions,
    ...facts.names,
  ];
  if (findStrangeWord(sentence, values, said, around) !== null) return 'word';
  const quoted = evidence.map((one) => blank(one.facts).slice(one.start, one.end)).join('\n');
  return (
    findTurned(blank(facts), quoted, whole) ??
    (sharesEnough(sentence, said + around) ? null : 'another subject')
  );
}

function holdsDirections({ directions }: Facts, evidence: readonly Evidence[]): boolean {
  return directions.every((said) => {
    const all = evidence.flatMap((one) =>
      one.facts.directions.filter((other) => overlaps(other, one) && other.group === said.group),
    );
    const right = all.filter(({ side }) => side === said.side);
    const rivals = all.filter(({ side }) => side !== said.side);
    return belongs(said, right, rivals);
  });
}

/** Numbers and times are compared by themselves: written otherwise they share no characters. */
function blank({ text, quantities, times }: Facts): string {
  return [...quantities, ...times].reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

function sharesEnough(sentence: string, evidence: string): boolean {
  const held = cutCharacterPairs(evidence);
  const pairs = [...cutCharacterPairs(sentence)].filter((pair) => !NUMERAL.test(pair));
  return pairs.filter((pair) => held.has(pair)).length >= MIN_SHARED * pairs.length;
}

const NUMERAL = /[\d零〇一二两三四五六七八九十百千万亿年月日]/u;
