import type { Block } from '../blocks/block.js';
import { sumByThread } from '../reading/affinity.js';
import type { PageSigns } from '../reading/page-signs.js';
import type { HeadlineGroup, Reading } from '../reading/thread.js';
import { isLabel, isPlaceKicker, isSubheadline } from '../text/label.js';

/** A headline-like line of a page with the decks that belong to it (——…), and what it says of each article. */
export type HeadlineLine = {
  /** Their places in the page's list of blocks. */
  blocks: number[];
  text: string;
  /** For each thread the share, 0 to 1, of the line's rare character pairs that stand in its body. */
  shares: readonly number[];
  /** The largest of them. */
  most: number;
  isLabel: boolean;
  hasSubheadline: boolean;
  isPlace: boolean;
  /** Set right below the line before it, where other lines are set apart: both are one headline. */
  isTight: boolean;
  /** It looks like no label: bold, or with marks in it. */
  looksSet: boolean;
  /** Under or over a vertical line or a marked heading nothing is a label. */
  isSure: boolean;
};

/** Lines that stand together, in their order. */
export type HeadlineLines = { group: HeadlineGroup; lines: HeadlineLine[] };

/** A line of fewer characters (公告) says too little to be told apart by its words. */
const TELLING_LENGTH = 10;

/** The page's headline groups with what each of their lines says of the articles. */
export function describeHeadlines(reading: Reading, { blocks, affinity }: PageSigns): HeadlineLines[] {
  const bodyOf = findBodies(reading, blocks.length);
  const weigh = (place: number): number[] => {
    const telling = Math.min(1, (blocks[place]?.text.length ?? 0) / TELLING_LENGTH);
    return sumByThread(affinity.ofBlock(place), (block) => bodyOf[block] ?? -1, reading.threads.length).map(
      (share) => telling * share,
    );
  };
  return reading.headlines.map((group) => ({
    group,
    lines: markUpperLabels(cutLines(group, blocks).map((places) => describe(places, blocks, weigh))),
  }));
}

/** What stands over a label at the top of a group is a label too: headlines stand below their labels. */
function markUpperLabels(lines: HeadlineLine[]): HeadlineLine[] {
  const last = lines.findLastIndex(({ isLabel }) => isLabel);
  const first = lines[0];
  if (last !== 1 || lines.length < 3 || !first || first.isPlace) return lines;
  return [{ ...first, isLabel: true }, ...lines.slice(1)];
}

/** The places of a group's lines, each with those of its second decks. */
function cutLines(group: HeadlineGroup, blocks: readonly Block[]): number[][] {
  const lines: number[][] = [];
  for (const place of group.blocks) {
    const last = lines.at(-1);
    if (last && isSubheadline(blocks[place]?.text ?? '')) last.push(place);
    else lines.push([place]);
  }
  return lines;
}

function describe(
  places: number[],
  blocks: readonly Block[],
  weigh: (place: number) => number[],
): HeadlineLine {
  const decks = places.flatMap((place) => blocks[place] ?? []);
  const texts = decks.map(({ text }) => text);
  const byDeck = places.map(weigh);
  const text = texts.join(' ');
  const shares = (byDeck[0] ?? []).map((_, thread) => Math.max(...byDeck.map((deck) => deck[thread] ?? 0)));
  return {
    blocks: places,
    text,
    shares,
    most: Math.max(0, ...shares),
    isLabel: texts.every(isLabel),
    hasSubheadline: texts.some(isSubheadline),
    isPlace: isPlaceKicker(text),
    looksSet: decks.some(({ isBold }) => isBold) || /[？?！!“”，,\d]|(?:强调|指出|要求|时)$/u.test(text),
    isTight: decks[0]?.isTight ?? false,
    isSure: decks.some(({ vertical, isHeading }) => vertical || isHeading),
  };
}

/** For each block the thread whose body it is part of, −1 for none. */
function findBodies({ threads }: Reading, blocks: number): number[] {
  const bodyOf = new Array<number>(blocks).fill(-1);
  for (const [number, { body }] of threads.entries()) for (const index of body) bodyOf[index] = number;
  return bodyOf;
}
