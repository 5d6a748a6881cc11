import * as wording from '../domain/wording/kinds.js';
import type { Claim } from './claim.js';
import { dateHappening } from './date-happening.js';
import type { Gathered } from './evidence/gather-evidence.js';
import type { Extract } from './extract.js';
import type { Turn } from './kinds/date-turn.js';

/** Which of them is asked for; 'all': their order. */
export type OrderAsked = 'first' | 'last' | 'all';

/** A text that writes its day out. */
const SAYS_WHEN = /\d{4}年\d{1,2}月\d{1,2}日/u;

type Told = { name: string; turn: Turn };

/**
 * 哪个更早: each happening by the sentence that tells its day, in the order of time, and which of them comes first or
 * last where the archive dates all of them. null where it tells of none.
 */
export function orderHappenings(
  facets: readonly Pick<Gathered, 'query' | 'evidence'>[],
  asked: OrderAsked,
): Extract | null {
  const told = facets.flatMap((facet): Told[] => {
    const turn = dateHappening(facet);
    return turn ? [{ name: facet.query.text, turn }] : [];
  });
  if (!told.length) return null;
  const dated = told.filter(({ turn }) => turn.when).sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const isWhole = dated.length === facets.length;
  const notes = isWhole ? [wording.orderOfTime(), ...conclude(dated, asked)] : [];
  return { claims: [...dated, ...told.filter(({ turn }) => !turn.when)].map(tellHappening), notes };
}

const dayOf = ({ turn }: Told): string => turn.when?.from ?? '';

function conclude(inOrder: readonly Told[], asked: OrderAsked): string[] {
  const [one, next] = asked === 'last' ? inOrder.toReversed() : inOrder;
  if (!one?.turn.when || !next?.turn.when || asked === 'all') return [];
  const [earlier, later] =
    asked === 'last' ? [next.turn.when, one.turn.when] : [one.turn.when, next.turn.when];
  return earlier.to < later.from
    ? [wording.comesFirst(one.name, one.turn.when, asked, inOrder.length)]
    : [wording.orderOpen(one.name, next.name)];
}

function tellHappening({ name, turn: { evidence, span, when, isPrinted } }: Told): Claim {
  const { article } = evidence;
  const told = article.body.slice(span.start, span.end);
  const day = wording.formatEvent(when, isPrinted);
  const text = `【${name}】${SAYS_WHEN.test(told) ? '' : day}${told}`;
  return { text, quotes: [{ article, start: span.start, end: span.end }] };
}
