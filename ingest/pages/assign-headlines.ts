import { describeHeadlines, type HeadlineLine, type HeadlineLines } from './headline-lines.js';
import type { PageSigns } from './page-signs.js';
import type { HeadlineGroup, Reading, Thread } from './thread.js';
import { HEADLINE_POINTS, weighLabel, weighSegment } from './weigh-headline.js';

/** For each thread its headline lines and column labels, in the order of the page; lines that belong to none. */
export type AssignedHeadlines = { headlines: number[][]; columns: number[][]; free: number[] };

/** What lines of a page were taken for, up to some line. */
type Plan = {
  score: number;
  /** The threads that have their headline. */
  taken: ReadonlySet<number>;
  uses: readonly Use[];
};
type Use = { lines: readonly HeadlineLine[]; thread: number | null; isLabel: boolean; group: HeadlineGroup };

/** Plans that are kept while the next lines are tried. */
const BEAM = 32;
/** Of all articles those are tried for some lines that speak for it most. */
const TRIED = 4;
/** Lines of one headline, at most. */
const MAX_LINES = 5;

/**
 * Gives headline lines to bodies by what they say as well as by where they stand: of all ways to cut the page's groups
 * of lines into headlines and labels and to give each body one headline at most, the one with the most points (beam search).
 */
export function assignHeadlines(reading: Reading, signs: PageSigns): AssignedHeadlines {
  let plans: Plan[] = [{ score: 0, taken: new Set(), uses: [] }];
  for (const group of describeHeadlines(reading, signs))
    plans = extendOverGroup(plans, group, reading.threads);
  return collect(plans[0]?.uses ?? [], reading.threads.length);
}

/** Every plan with every sensible use of a group's lines, the best of them. */
function extendOverGroup(
  plans: readonly Plan[],
  { group, lines }: HeadlineLines,
  threads: readonly Thread[],
): Plan[] {
  const upTo: Plan[][] = lines.map(() => []);
  upTo[0] = [...plans];
  upTo.push(lines.length ? [] : [...plans]);
  const candidates = findCandidates(lines, group, threads);
  for (const [from, line] of lines.entries()) {
    for (const plan of best(upTo[from] ?? [])) {
      const add = (to: number, use: Omit<Use, 'group' | 'lines'>, points: number) =>
        upTo[to]?.push({
          score: plan.score + points + (lines[to]?.isTight ? HEADLINE_POINTS.tightCut : 0),
          taken: use.thread !== null && !use.isLabel ? new Set([...plan.taken, use.thread]) : plan.taken,
          uses: [...plan.uses, { ...use, lines: lines.slice(from, to), group }],
        });
      add(from + 1, { thread: group.over ?? group.below, isLabel: true }, weighLabel(line));
      add(from + 1, { thread: null, isLabel: false }, HEADLINE_POINTS.unused);
      for (const [to, offers] of (candidates[from] ?? []).entries()) {
        for (const { thread, points } of offers) {
          if (!plan.taken.has(thread)) add(to, { thread, isLabel: false }, points);
        }
      }
    }
  }
  return best(upTo[lines.length] ?? []);
}

type Offer = { thread: number; points: number };

/** For each first line and end (exclusive) the threads whose headline the lines between may be. */
function findCandidates(
  lines: readonly HeadlineLine[],
  group: HeadlineGroup,
  threads: readonly Thread[],
): Offer[][][] {
  return lines.map((_, from) => {
    const byEnd: Offer[][] = [];
    for (let to = from + 1; to <= Math.min(lines.length, from + MAX_LINES); to++) {
      byEnd[to] = threads
        .map((thread, number) => ({
          thread: number,
          points: weighSegment(lines, from, to, number, thread, group),
        }))
        .filter(({ points }) => points > HEADLINE_POINTS.least)
        .sort((a, b) => b.points - a.points)
        .slice(0, TRIED);
    }
    return Array.from(byEnd, (offers) => offers ?? []);
  });
}

const best = (plans: readonly Plan[]): Plan[] => [...plans].sort((a, b) => b.score - a.score).slice(0, BEAM);

function collect(uses: readonly Use[], threads: number): AssignedHeadlines {
  const assigned: AssignedHeadlines = {
    headlines: Array.from({ length: threads }, () => []),
    columns: Array.from({ length: threads }, () => []),
    free: [],
  };
  for (const [index, { lines, thread, isLabel, group }] of uses.entries()) {
    const places = lines.flatMap(({ blocks }) => blocks);
    const owner = isLabel ? findLabelled(uses, index, group, thread) : thread;
    if (owner === null) assigned.free.push(...places);
    else (isLabel ? assigned.columns : assigned.headlines)[owner]?.push(...places);
  }
  return assigned;
}

/** A label belongs to the headline that follows it in its group, else to the article that it stands over or below. */
function findLabelled(
  uses: readonly Use[],
  index: number,
  group: HeadlineGroup,
  otherwise: number | null,
): number | null {
  const next = uses.slice(index + 1).find((use) => use.group !== group || !use.isLabel);
  return next?.group === group && next.thread !== null ? next.thread : otherwise;
}
