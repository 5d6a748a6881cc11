import type { Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import type { Side } from '../../query/compare/ask-of-side.js';
import type { Evidence } from '../evidence/evidence.js';

type Told = Side & { query: Query; evidence: Evidence[]; notes: string[] };

const LAST_YEAR = /^[去上]年$/u;

/**
 * Where an earlier year stands in for 今年, the year before that one stands in for 去年: what is compared stays one year
 * apart. Every other side, and a 去年 that is held, stays as it is.
 */
export async function shiftEarlier(
  sides: readonly Told[],
  ask: (side: Side) => Promise<Told>,
): Promise<Told[]> {
  const newest = sides.map(findStandIn).find((year) => year !== null);
  if (!newest) return [...sides];
  return Promise.all(
    sides.map(async (side) => {
      if (side.evidence.length || !LAST_YEAR.test(side.label)) return side;
      const found = await ask({
        label: wording.labelShifted(side.label, newest - 1),
        question: side.question.replace(side.label, `${newest - 1}年`),
      });
      if (!found.evidence.length) return side;
      return { ...found, notes: [...found.notes, wording.shifted(side.label, newest)] };
    }),
  );
}

/** The year that was printed in place of the one that was asked for; null where it was printed itself, or nobody knows. */
function findStandIn({ query, evidence }: Told): number | null {
  const day = evidence[0]?.article.issueDate;
  const [time] = query.times;
  return time?.slides && day && day < time.from ? Number(day.slice(0, 4)) : null;
}
