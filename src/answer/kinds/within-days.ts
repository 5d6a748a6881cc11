import { type DateRange, type Filter, OPEN_FROM, OPEN_TO, type Query } from '../../domain/query.js';
import { EVENT } from '../../query/follow-up-topic.js';

/** The days on which something must have been printed: those of the question within those of the filter; null without any. */
export function withinDays({ times, filter }: Query): { filter: Filter; range: DateRange } | null {
  const asked = times.filter(({ text }) => !EVENT.test(text));
  if (!asked.length) return null;
  const from = [filter.from ?? OPEN_FROM, ...asked.map((time) => time.from)].sort().at(-1) ?? OPEN_FROM;
  const to = [filter.to ?? OPEN_TO, ...asked.map((time) => time.to)].sort()[0] ?? OPEN_TO;
  return { filter: { from, to }, range: { from, to } };
}
