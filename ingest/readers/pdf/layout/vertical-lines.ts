import type { Run } from './text-line.js';

/** A vertical line has at least so many characters, as far apart as so many of their sizes. */
const FEWEST = 3;
const PITCH = { least: 0.85, most: 2.2 };
/** Shares of the size. */
const ASKEW = 0.2;
const SAME_SIZE = 0.05;

/** Runs that stand one character over the other are a vertical line; so is a run of a font that writes vertically. */
export function findVerticalLines(runs: readonly Run[]): { vertical: Run[]; rest: Run[] } {
  const singles = runs.filter(
    ({ text, vertical }) => !vertical && /^[\p{Script=Han}\p{P}\d]$/u.test(text.trim()),
  );
  const waiting = new Set(singles.filter((run) => !hasNeighbour(run, runs)));
  const vertical: Run[] = runs.filter((run) => run.vertical);
  const used = new Set<Run>(vertical);
  for (const first of [...waiting].sort((a, b) => a.y0 - b.y0)) {
    if (!waiting.has(first)) continue;
    const column = [first];
    for (let next = findBelow(first, waiting); next; next = findBelow(next, waiting)) column.push(next);
    if (column.length < FEWEST) continue;
    for (const run of column) {
      waiting.delete(run);
      used.add(run);
    }
    vertical.push(join(column));
  }
  return { vertical, rest: runs.filter((run) => !used.has(run)) };
}

const middle = ({ x0, x1 }: Run): number => (x0 + x1) / 2;

/** Beside it, nearer than anything over or under it, stands more of its row. */
function hasNeighbour(run: Run, runs: readonly Run[]): boolean {
  return runs.some((other) => {
    if (other === run || Math.abs(other.baseline - run.baseline) > run.size * ASKEW) return false;
    const gap = other.x0 > run.x0 ? other.x0 - run.x1 : run.x0 - other.x1;
    return gap < run.size * 0.3;
  });
}

function findBelow(run: Run, waiting: ReadonlySet<Run>): Run | undefined {
  const fits = [...waiting].filter((other) => {
    const pitch = (other.baseline - run.baseline) / run.size;
    const sameSize = Math.abs(other.size - run.size) <= run.size * SAME_SIZE;
    const inLine = Math.abs(middle(other) - middle(run)) <= run.size * ASKEW;
    return sameSize && inLine && pitch >= PITCH.least && pitch <= PITCH.most;
  });
  return fits.sort((a, b) => a.baseline - b.baseline)[0];
}

function join(column: readonly Run[]): Run {
  const first = column[0] as Run;
  const last = column.at(-1) as Run;
  return {
    ...first,
    text: column.map(({ text }) => text.trim()).join(''),
    vertical: true,
    x1: Math.max(...column.map(({ x1 }) => x1)),
    y1: last.y1,
    lastOrder: last.lastOrder,
    end: last.end,
  };
}
