import { type Affinity, createAffinity, sumByThread } from './affinity.js';
import type { Block } from './block.js';
import { isLabel, isSubheadline } from './label.js';
import type { HeadlineGroup, Reading } from './thread.js';

/** For each thread its headline lines and column labels, in the order of the page; lines that belong to none. */
export type AssignedHeadlines = { headlines: number[][]; columns: number[][]; free: number[] };

/** What speaks for a line being the headline of a body; the share of its rare pairs that stand in it is worth up to 1. */
const POINTS = { over: 0.45, inside: 0.4, below: 0.2, caption: -0.6 };
/** A line with less than this is no headline of that body. */
const ENOUGH = 0.42;
/** A line over a body whose neighbour below says more of it, and that says this little itself, is a label. */
const SAYS_LITTLE = 0.12;

/** A headline of fewer characters (公告) says too little to be told apart by its words. */
const TELLING_LENGTH = 8;

/** A line with its decks; `place` is its place in the group. */
type Unit = { blocks: number[]; decks: string[]; group: HeadlineGroup; place: number };
/** Of each body the share that the line has in it, and all that speaks for its being the headline. */
type WeighedUnit = { unit: Unit; shares: number[]; points: number[] };

/**
 * Gives headline lines to bodies by what they say as well as by where they stand. Each line (with the decks that
 * begin with ——) is weighed against each body; the best pairs are taken first, and lines of one group that follow
 * each other may share a body.
 */
export function assignHeadlines(reading: Reading, blocks: readonly Block[]): AssignedHeadlines {
  const { threads } = reading;
  const bodyOf = findBodies(reading, blocks.length);
  const affinity = createAffinity(blocks.map(({ text }, index) => (bodyOf[index] === -1 ? '' : text)));
  const assigned: AssignedHeadlines = {
    headlines: threads.map(() => []),
    columns: threads.map(() => []),
    free: [],
  };
  const weighed = reading.headlines
    .flatMap((group) => cutUnits(group, blocks))
    .map((unit): WeighedUnit => {
      const shares = weighDecks(unit, bodyOf, threads.length, affinity);
      const points = threads.map(({ isCaption }, number) =>
        weigh(unit, number, shares[number] ?? 0, isCaption),
      );
      return { unit, shares, points };
    });
  const ownerOf = findOwners(weighed);
  for (const one of weighed) {
    const { unit, shares } = one;
    const owner = ownerOf.get(unit);
    const column = unit.group.over ?? unit.group.below;
    if (owner !== undefined && !isLabelAbove(one, owner, weighed, ownerOf))
      assigned.headlines[owner]?.push(...unit.blocks);
    else if (column !== null && (isLabelUnit(unit) || Math.max(...shares) < ENOUGH)) {
      assigned.columns[column]?.push(...unit.blocks);
    } else assigned.free.push(...unit.blocks);
  }
  return assigned;
}

/** The best pairs of line and body first; a body takes lines of one group only. */
function findOwners(weighed: readonly WeighedUnit[]): Map<Unit, number> {
  const ownerOf = new Map<Unit, number>();
  const offers = weighed
    .flatMap(({ unit, points }) => points.map((value, number) => ({ unit, number, value })))
    .filter(({ unit, value }) => value >= ENOUGH && !isLabelUnit(unit))
    .sort((a, b) => b.value - a.value);
  for (const { unit, number } of offers) {
    const taken = [...ownerOf].filter(([, owner]) => owner === number).map(([other]) => other);
    const joins = taken.every((other) => other.group === unit.group);
    if (!ownerOf.has(unit) && joins) ownerOf.set(unit, number);
  }
  return ownerOf;
}

/** For each block the thread whose body it is part of, −1 for none. */
function findBodies({ threads }: Reading, blocks: number): number[] {
  const bodyOf = new Array<number>(blocks).fill(-1);
  for (const [number, { body }] of threads.entries()) for (const index of body) bodyOf[index] = number;
  return bodyOf;
}

/** Of each body, the largest share that one of the line's decks has in it. */
function weighDecks(
  { decks }: Unit,
  bodyOf: readonly number[],
  threads: number,
  affinity: Affinity,
): number[] {
  const byDeck = decks.map((text) => {
    const telling = Math.min(1, text.length / TELLING_LENGTH);
    return sumByThread(affinity.ofText(text), bodyOf, threads).map((share) => telling * share);
  });
  return Array.from({ length: threads }, (_, number) =>
    Math.max(...byDeck.map((shares) => shares[number] ?? 0)),
  );
}

/** A group's lines, each with the second decks that belong to it. */
function cutUnits(group: HeadlineGroup, blocks: readonly Block[]): Unit[] {
  const units: Unit[] = [];
  for (const index of group.blocks) {
    const text = blocks[index]?.text ?? '';
    const last = units[units.length - 1];
    if (last && isSubheadline(text)) {
      last.blocks.push(index);
      last.decks.push(text);
    } else units.push({ blocks: [index], decks: [text], group, place: units.length });
  }
  return units;
}

const isLabelUnit = ({ decks }: Unit): boolean => decks.every(isLabel);

function weigh(unit: Unit, number: number, share: number, isCaption: boolean): number {
  const { over, inside, below } = unit.group;
  const place =
    (over === number ? POINTS.over : 0) +
    (inside === number ? POINTS.inside : 0) +
    (below === number ? POINTS.below : 0);
  return share + place + (isCaption ? POINTS.caption : 0);
}

/** An upper line over a body that says little of it, or far more of others, while a line below it does. */
function isLabelAbove(
  { unit, shares }: WeighedUnit,
  owner: number,
  weighed: readonly WeighedUnit[],
  ownerOf: ReadonlyMap<Unit, number>,
): boolean {
  const share = shares[owner] ?? 0;
  const saysMoreOfOthers = Math.max(...shares) > 2 * share;
  if (unit.group.over !== owner || (share >= SAYS_LITTLE && !saysMoreOfOthers)) return false;
  return weighed.some(
    ({ unit: other, shares: othersShares }) =>
      other.group === unit.group &&
      other.place > unit.place &&
      ownerOf.get(other) === owner &&
      (othersShares[owner] ?? 0) > share,
  );
}
