import type { Gathered } from './evidence/gather-evidence.js';
import { dateTurn, type Turn } from './kinds/date-turn.js';
import { nameWords } from './kinds/name-words.js';

/** A sentence that is less sure than this share of the best one tells of another happening. */
const NEARLY_AS_GOOD = 0.3;

/** The sentence that tells of a happening and its day: the surest one whose own words name a day, else the surest. */
export function dateHappening({ query, evidence }: Pick<Gathered, 'query' | 'evidence'>): Turn | null {
  const words = nameWords(query.text);
  const least = (evidence[0]?.score ?? 0) * NEARLY_AS_GOOD;
  const turns = evidence.filter(({ score }) => score >= least).map((one) => dateTurn(one, words));
  return turns.find(({ isPrinted }) => !isPrinted) ?? turns[0] ?? null;
}
