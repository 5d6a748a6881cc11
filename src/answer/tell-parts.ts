import type { Archive } from '../domain/ports.js';
import type { Filter } from '../domain/query.js';
import * as wording from '../domain/wording/quotation.js';
import { findQuotation, type PrintedQuotation } from '../search/find-quotation.js';
import { isNear, mostChanges } from '../search/near-quotation.js';
import { splitQuotation } from '../text/split-quotation.js';
import type { Extract } from './extract.js';
import { tellPrinted } from './tell-printed.js';

/** Folded characters: a shorter sentence stands in many articles and says nothing by itself. */
const SHORTEST_PART = 12;
const MOST_PARTS = 12;
/** Sentences this close to each other follow each other. */
const NEXT = 10;

/** A quotation of several sentences that nobody printed as one: which of them are printed, and which are not. */
export async function tellParts(
  archive: Archive,
  filter: Filter,
  quotation: string,
  asksSpeaker: boolean,
): Promise<Extract | null> {
  const parts = splitQuotation(quotation, SHORTEST_PART).slice(0, MOST_PARTS);
  if (parts.length < 2) return null;
  const found: { part: string; places: PrintedQuotation[] }[] = [];
  for (const part of parts) {
    const places = await findQuotation(archive, filter, part, mostChanges);
    found.push({ part, places: places.filter((place) => isNear(part, place)) });
  }
  const printed = found.filter(({ places }) => places.length > 0);
  if (printed.length === 0) return null;
  const together = keepCommon(printed.map(({ places }) => places));
  const told = printed.map(({ part }, index) => tellPrinted(part, together[index] ?? [], asksSpeaker));
  const missing = found.filter(({ places }) => places.length === 0);
  return {
    claims: told.flatMap(({ claims }) => claims),
    notes: [
      ...new Set(told.flatMap(({ notes }) => notes)),
      ...missing.map(({ part }) => wording.partMissing(part)),
      ...(missing.length === 0 && !isInOneRow(together) ? [wording.partsApart()] : []),
    ],
  };
}

/** Articles that print all of the sentences say more than those that print one. */
function keepCommon(places: readonly PrintedQuotation[][]): PrintedQuotation[][] {
  const ids = places.map((ofPart) => new Set(ofPart.map(({ article }) => article.articleId)));
  const common = places.map((ofPart) =>
    ofPart.filter(({ article }) => ids.every((ofOther) => ofOther.has(article.articleId))),
  );
  return common.every((ofPart) => ofPart.length > 0) ? common : [...places];
}

/** One article prints them one behind the other. */
function isInOneRow(places: readonly PrintedQuotation[][]): boolean {
  const row = places.map(([first]) => first);
  return row.every((place, index) => {
    const before = row[index - 1];
    if (!place || !before) return true;
    const gap = place.start - before.end;
    return place.article.articleId === before.article.articleId && gap >= 0 && gap <= NEXT;
  });
}
