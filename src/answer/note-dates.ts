import type { Query } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { addDays } from '../text/calendar.js';
import type { Evidence } from './evidence/evidence.js';

/** Print older than this many days says little of the present. */
const PRESENT = 90;

/** What must be said of the days of the sentences that are shown, best first: figures that differ, and an old source. */
export function noteDates(query: Query, shown: readonly Evidence[]): string[] {
  return [...noteDifference(query, shown), ...noteAge(query, shown)];
}

/** Whether figures of issues of different days stand beside each other: then the later one comes first. */
export function figuresDiffer({ kind }: Query, shown: readonly Evidence[]): boolean {
  const days = new Set(shown.map(({ article }) => article.issueDate));
  return kind === 'number' && shown.length > 1 && days.size === shown.length && !days.has(null);
}

function noteDifference(query: Query, shown: readonly Evidence[]): string[] {
  if (!figuresDiffer(query, shown)) return [];
  return [wording.figuresDiffer(shown.map(({ article }) => article.issueDate ?? '').sort())];
}

function noteAge({ asksForNewest, askedOn }: Query, shown: readonly Evidence[]): string[] {
  const newest = shown
    .flatMap(({ article }) => article.issueDate ?? [])
    .sort()
    .at(-1);
  return asksForNewest && newest && newest < addDays(askedOn, -PRESENT) ? [wording.oldSource(newest)] : [];
}
