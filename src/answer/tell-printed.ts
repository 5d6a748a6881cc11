import * as wording from '../domain/wording/quotation.js';
import type { PrintedQuotation } from '../search/find-quotation.js';
import { isSameCompared } from '../text/compare-folded.js';
import { fold, foldForComparing } from '../text/fold.js';
import { byPrintDate } from './by-print-date.js';
import type { Claim } from './claim.js';
import { describeDifferences } from './describe-differences.js';
import type { Extract } from './extract.js';
import { widenPrinted, withMarks } from './show-printed.js';

/** The most articles cited for one sentence, and the most sentences where equally near ones say different things. */
const MOST_CITED = 10;
const MOST_READINGS = 3;
const MOST_DIFFERENCES = 6;
/** As many articles are not all that print it: the search broke off. */
const MANY = 100;

/** Where a quotation is printed → the sentence as printed, with every article that prints it so, the earliest first. */
export function tellPrinted(
  quotation: string,
  printed: readonly PrintedQuotation[],
  asksSpeaker: boolean,
): Extract {
  const inOrder = [...printed].sort((a, b) => byPrintDate(a.article, b.article));
  const told = groupReadings(inOrder)
    .slice(0, MOST_READINGS)
    .map((places) => ({
      claim: toClaim(places.slice(0, MOST_CITED), asksSpeaker),
      notes: describe(quotation, places),
      article: places[0]?.article,
    }));
  return {
    claims: told.map(({ claim }) => claim),
    notes: told.flatMap(({ notes, article }) =>
      told.length > 1 && article ? notes.map((note) => wording.of(article, note)) : notes,
    ),
  };
}

/** Equally near places that print different words are told apart: last month's figure and this month's. */
function groupReadings(places: readonly PrintedQuotation[]): PrintedQuotation[][] {
  const readings = new Map<string, PrintedQuotation[]>();
  for (const place of places) {
    const words = foldForComparing(textOf(place)).text;
    readings.set(words, [...(readings.get(words) ?? []), place]);
  }
  return [...readings.values()];
}

/** Every citation must hold the sentence that is shown: where the sentences around differ only the quoted words are. */
function toClaim(places: readonly PrintedQuotation[], asksSpeaker: boolean): Claim {
  const wide = places.map((place) => ({ article: place.article, ...widenPrinted(place, asksSpeaker) }));
  const texts = wide.map(({ article, start, end }) => article.body.slice(start, end));
  const isSame = texts.every((text) => isSameCompared(text, texts[0] ?? ''));
  const quotes = isSame
    ? wide
    : places.map((place) => ({ article: place.article, ...withMarks(place.article.body, place) }));
  const [first] = quotes;
  return { text: first ? first.article.body.slice(first.start, first.end) : '', quotes };
}

function describe(quotation: string, places: readonly PrintedQuotation[]): string[] {
  const [first] = places;
  if (!first) return [];
  const differences = describeDifferences(quotation, first);
  const said = differences.length
    ? wording.differs(differences.slice(0, MOST_DIFFERENCES), differences.length - MOST_DIFFERENCES)
    : wording.sameWords(comparable(quotation) !== comparable(textOf(first)));
  const cited = Math.min(places.length, MOST_CITED);
  return [
    said,
    ...(places.length > 1 ? [wording.printedInSeveral(places.length, cited, places.length >= MANY)] : []),
  ];
}

const textOf = ({ article, start, end }: PrintedQuotation): string => article.body.slice(start, end);

/** Marks count here, but not those at the ends and not how wide they are. */
const comparable = (text: string): string => fold(text).replace(/\s|^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '');
