import type { Archive } from '../domain/ports.js';
import type { Filter } from '../domain/query.js';
import * as wording from '../domain/wording/quotation.js';
import { findQuotation, type PrintedQuotation } from '../search/find-quotation.js';
import { isNear, mostChanges } from '../search/near-quotation.js';
import { countCompared } from '../text/compare-folded.js';
import { splitQuotation } from '../text/split-quotation.js';
import type { Extract } from './extract.js';
import { tellPrinted } from './tell-printed.js';

/** Folded characters. A sentence shorter than LONG stands in many articles and counts only beside a longer one. */
const SHORTEST = 6;
const LONG = 12;
const MOST_PARTS = 12;
/** Of the quotation: where less is printed it is not what was quoted, and the part is only named. */
const LEAST_PRINTED = 0.5;
/** Sentences this close to each other follow each other. */
const NEXT = 10;
/** Of a quotation that is not printed whole it would mislead. */
const SAME = new Set([wording.sameWords(true), wording.sameWords(false)]);
const ELISION = /…|\.{3}/u;

type Part = { part: string; places: PrintedQuotation[] };

/**
 * A quotation of several sentences that nobody printed as one: which of them are printed, and which are not. Without
 * claims where the smaller part is printed. null where none is, or where it is one sentence.
 */
export async function tellParts(
  archive: Archive,
  filter: Filter,
  quotation: string,
  asksSpeaker: boolean,
): Promise<Extract | null> {
  const parts = splitQuotation(quotation, SHORTEST).slice(0, MOST_PARTS);
  if (parts.length < 2) return null;
  const found = keepWholeElisions(keepShortBesideLong(await findAll(archive, filter, parts)));
  const printed = found.filter(({ places }) => places.length > 0);
  if (printed.length === 0) return null;
  if (shareOf(printed, found) < LEAST_PRINTED) return { claims: [], notes: printed.flatMap(nameParts) };
  const together = keepCommon(printed.map(({ places }) => places));
  const told = printed.map(({ part }, index) => tellPrinted(part, together[index] ?? [], asksSpeaker));
  const missing = found
    .filter(({ places }) => places.length === 0)
    .map(({ part }) => wording.partMissing(part));
  const apart =
    missing.length === 0 && !isInOneRow(together, ELISION.test(quotation)) ? [wording.partsApart()] : [];
  return {
    claims: told.flatMap(({ claims }) => claims),
    notes: [...new Set(told.flatMap(({ notes }) => notes)), ...missing, ...apart].filter(
      (note) => missing.length === 0 || !SAME.has(note),
    ),
  };
}

async function findAll(archive: Archive, filter: Filter, parts: readonly string[]): Promise<Part[]> {
  const found: Part[] = [];
  for (const part of parts) {
    const places = await findQuotation(archive, filter, part, mostChanges);
    found.push({ part, places: places.filter((place) => isNear(part, place)) });
  }
  return found;
}

function keepShortBesideLong(found: readonly Part[]): Part[] {
  const isLong = ({ part }: Part) => countCompared(part) >= LONG;
  const articles = new Set(
    found.filter(isLong).flatMap(({ places }) => places.map(({ article }) => article.articleId)),
  );
  return found.map((one) =>
    isLong(one)
      ? one
      : { ...one, places: one.places.filter(({ article }) => articles.has(article.articleId)) },
  );
}

/** What …… joins is one sentence: where one end of it is printed nowhere, nobody printed that sentence. */
function keepWholeElisions(found: readonly Part[]): Part[] {
  const sentences: Part[][] = [];
  for (const one of found) {
    const last = sentences.at(-1);
    if (last?.at(-1)?.part.endsWith('…')) last.push(one);
    else sentences.push([one]);
  }
  return sentences.flatMap((parts) =>
    parts.every(({ places }) => places.length > 0) ? parts : parts.map((part) => ({ ...part, places: [] })),
  );
}

const shareOf = (some: readonly Part[], all: readonly Part[]): number => sumOf(some) / sumOf(all);
const sumOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { part }) => sum + countCompared(part), 0);

const nameParts = ({ part, places }: Part): string[] =>
  places.slice(0, 1).map(({ article }) => wording.onlyPart(part, article));

/** Articles that print all of the sentences say more than those that print one. */
function keepCommon(places: readonly PrintedQuotation[][]): PrintedQuotation[][] {
  const ids = places.map((ofPart) => new Set(ofPart.map(({ article }) => article.articleId)));
  const common = places.map((ofPart) =>
    ofPart.filter(({ article }) => ids.every((ofOther) => ofOther.has(article.articleId))),
  );
  return common.every((ofPart) => ofPart.length > 0) ? common : [...places];
}

/** One article prints them one behind the other, with nothing between them but what was left out by ……. */
function isInOneRow(places: readonly PrintedQuotation[][], leavesOut: boolean): boolean {
  const row = places.map(([first]) => first);
  return row.every((place, index) => {
    const before = row[index - 1];
    if (!place || !before) return true;
    const gap = place.start - before.end;
    return place.article.articleId === before.article.articleId && gap >= 0 && (leavesOut || gap <= NEXT);
  });
}
