import type { PageSigns } from '../reading/page-signs.js';
import type { HeadlineGroup, Reading, Thread } from '../reading/thread.js';
import { describeHeadlines, type HeadlineLine, type HeadlineLines } from './headline-lines.js';
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
/** Groups of lines that are settled together; a printed page has fewer. */
const SETTLED_TOGETHER = 60;
/** Of all articles those are tried for some lines that speak for it most. */
const TRIED = 4;
/** An article that says less of all lines, and does not stand beside them, is not tried. */
const LEAST_SHARE = 0.1;
/** Lines of one headline, at most. */
const MAX_LINES = 5;

/**
 * Gives headline lines to bodies by what they say as well as by where they stand: of all ways to cut the page's groups
 * of lines into headlines and labels and to give each body one headline at most, the one with the most points (beam search).
 */
export function assignHeadlines(reading: Reading, signs: PageSigns): AssignedHeadlines {
  const groups = describeHeadlines(reading, signs);
  const taken = new Set<number>();
  const uses: Use[] = [];
  for (let from = 0; from < groups.length; from += SETTLED_TOGETHER) {
    let plans: Plan[] = [{ score: 0, taken, uses: [] }];
    for (const group of groups.slice(from, from + SETTLED_TOGETHER))
      plans = extendOverGroup(plans, group, reading.threads);
    const [chosen] = plans;
    uses.push(...(chosen?.uses ?? []));
    for (const thread of chosen?.taken ?? []) taken.add(thread);
  }
  return collect(uses, reading.threads.length);
}

/** A way to go on with a plan: what it would score, and the plan, made only where it is kept. */
type Step = { score: number; take: () => Plan };

/** Every plan with every sensible use of a group's lines, the best of them. */
function extendOverGroup(
  plans: readonly Plan[],
  { group, lines }: HeadlineLines,
  threads: readonly Thread[],
): Plan[] {
  const upTo: Step[][] = Array.from({ length: lines.length + 1 }, () => []);
  upTo[0] = plans.map((plan) => ({ score: plan.score, take: () => plan }));
  const candidates = findCandidates(lines, group, threads);
  for (const [from, line] of lines.entries()) {
    for (const plan of best(upTo[from] ?? [])) {
      const add = (to: number, thread: number | null, isLabel: boolean, points: number) => {
        const score = plan.score + points + (lines[to]?.isTight ? HEADLINE_POINTS.tightCut : 0);
        const use = { lines: lines.slice(from, to), thread, isLabel, group };
        upTo[to]?.push({ score, take: () => extendPlan(plan, use, score) });
      };
      add(from + 1, group.over ?? group.below, true, weighLabel(line));
      add(from + 1, null, false, HEADLINE_POINTS.unused);
      for (const { to, thread, points } of candidates[from] ?? []) {
        if (!plan.taken.has(thread)) add(to, thread, false, points);
      }
    }
  }
  return best(upTo[lines.length] ?? []);
}

function extendPlan(plan: Plan, use: Use, score: number): Plan {
  const takes = use.thread !== null && !use.isLabel;
  return {
    score,
    taken: takes ? new Set([...plan.taken, use.thread ?? -1]) : plan.taken,
    uses: [...plan.uses, use],
  };
}

/** Lines up to `to` (exclusive) as the headline of a thread. */
type Offer = { to: number; thread: number; points: number };

/** For each first line the threads whose headline it and lines behind it may be. */
function findCandidates(
  lines: readonly HeadlineLine[],
  group: HeadlineGroup,
  threads: readonly Thread[],
): Offer[][] {
  const places = [group.over, group.inside, group.below];
  const eligible = [...threads.keys()].filter(
    (number) => places.includes(number) || lines.some(({ shares }) => (shares[number] ?? 0) >= LEAST_SHARE),
  );
  return lines.map((_, from) => {
    const ends = lines.slice(from, from + MAX_LINES).map((_line, length) => from + length + 1);
    return ends.flatMap((to) =>
      eligible
        .map((number) => ({
          to,
          thread: number,
          points: weighSegment(lines, from, to, number, threads[number], group),
        }))
        .filter(({ points }) => points > HEADLINE_POINTS.least)
        .sort((a, b) => b.points - a.points)
        .slice(0, TRIED),
    );
  });
}

const best = (steps: readonly Step[]): Plan[] =>
  [...steps]
    .sort((a, b) => b.score - a.score)
    .slice(0, BEAM)
    .map(({ take }) => take());

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
