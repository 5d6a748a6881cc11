import type { Answer } from '../domain/answer.js';
import type { Archive } from '../domain/ports.js';
import type { Filter, Query, Question } from '../domain/query.js';
import { holdings } from '../domain/wording/answers.js';
import * as wording from '../domain/wording/quotation.js';
import { buildWallText } from '../query/filters/wall-text.js';
import { findNewspapers } from '../query/quotation-frame.js';
import { cutQuotation, type QuotationQuestion } from '../query/quotation-question.js';
import { understand } from '../query/understand.js';
import { findQuotation, type PrintedQuotation } from '../search/find-quotation.js';
import { isNear, mostChanges } from '../search/near-quotation.js';
import type { Extract } from './extract.js';
import { widenPrinted } from './show-printed.js';
import { tellHeadline } from './tell-headline.js';
import { tellParts } from './tell-parts.js';
import { tellPrinted } from './tell-printed.js';

/** What is said where the words were printed nowhere. */
type Refusal = Pick<Answer, 'found' | 'mode' | 'answer' | 'sentences' | 'citations' | 'notes'>;

export type OfQuotation = {
  /** The words around the quotation as understood: what the quotation itself names walls nothing in. */
  query: Query;
  told: Extract | Refusal;
  searchMs: number;
};

/**
 * “…”这句话出自哪天哪版: where these words were printed, word for word or with the differences told, or that they were
 * not. null where nothing of the kind is asked, or may not have been meant and is printed nowhere.
 */
export async function answerOfQuotation(
  { archive, clock }: { archive: Archive; clock: () => number },
  question: Question,
  newspapers: readonly string[],
): Promise<OfQuotation | null> {
  const asked = cutQuotation(question, newspapers);
  if (!asked) return null;
  const query = understandFrame(question, asked.frame, newspapers);
  const started = clock();
  const told = await tell(archive, asked, query);
  return told && { query, told, searchMs: clock() - started };
}

/** A newspaper that is named here is the one that must have printed it, also one that the archive does not hold. */
function understandFrame(question: Question, frame: string, newspapers: readonly string[]): Query {
  const query = understand({ ...question, question: frame, history: [] }, newspapers);
  const named = new Set(findNewspapers(buildWallText(frame), newspapers).map(({ newspaper }) => newspaper));
  const [newspaper] = named;
  if (newspaper === undefined || named.size > 1) return query;
  return {
    ...query,
    filter: { newspaper, ...query.filter },
    named: { newspaper, ...query.named },
  };
}

async function tell(
  archive: Archive,
  asked: QuotationQuestion,
  query: Query,
): Promise<Extract | Refusal | null> {
  const within = withTimes(query);
  const found = await tellWithin(archive, within, asked);
  if ('claims' in found) return found;
  if (!asked.isSure) return null;
  const notes = [holdings(await archive.coverage())];
  if (query.times.length > 0) {
    const elsewhere = await tellWithin(archive, query.filter, asked);
    const [first] = 'claims' in elsewhere ? elsewhere.claims : [];
    const article = first?.quotes[0]?.article;
    if ('claims' in elsewhere && query.times.every(({ slides }) => slides))
      return { ...elsewhere, notes: [wording.otherTime(query), ...elsewhere.notes] };
    if (article) notes.push(wording.printedAtOtherTime(article));
  }
  notes.push(...found.hints);
  const answer = wording.quotationNotFound(query);
  return { found: false, mode: 'extractive', answer, sentences: [], citations: [], notes };
}

/** With what leads to the words first; where only the words in marks are printed, that the rest was not compared. */
async function tellWithin(
  archive: Archive,
  filter: Filter,
  { quotation, lead, asksSpeaker }: QuotationQuestion,
): Promise<Extract | { hints: string[] }> {
  if (lead === '') return tellWords(archive, filter, quotation, asksSpeaker);
  const whole = lead + quotation;
  const places = await findQuotation(archive, filter, whole, mostChanges);
  const printed = places.filter((place) => isNear(whole, place));
  if (printed.length > 0) return tellPrinted(whole, printed, asksSpeaker);
  const told = await tellWords(archive, filter, quotation, asksSpeaker);
  return 'claims' in told ? { ...told, notes: [...told.notes, wording.leadNotCompared(lead)] } : told;
}

async function tellWords(
  archive: Archive,
  filter: Filter,
  quotation: string,
  asksSpeaker: boolean,
): Promise<Extract | { hints: string[] }> {
  const places = await findQuotation(archive, filter, quotation, mostChanges);
  const printed = places.filter((place) => isNear(quotation, place));
  if (printed.length > 0) return tellPrinted(quotation, printed, asksSpeaker);
  const parts = await tellParts(archive, filter, quotation, asksSpeaker);
  if (parts?.claims.length) return parts;
  const headline = parts ? null : await tellHeadline(archive, filter, quotation);
  return headline ?? { hints: parts?.notes ?? places.slice(0, 1).map(nameNearest) };
}

/** Times that are named beside a quotation say when it was printed. */
function withTimes({ filter, times }: Query): Filter {
  const from = [filter.from, ...times.map((time) => time.from)].filter((day) => day !== undefined).sort();
  const to = [filter.to, ...times.map((time) => time.to)].filter((day) => day !== undefined).sort();
  return {
    ...filter,
    ...(from.length ? { from: from.at(-1) ?? '' } : {}),
    ...(to.length ? { to: to[0] ?? '' } : {}),
  };
}

function nameNearest(place: PrintedQuotation): string {
  const { start, end } = widenPrinted(place, false);
  return wording.nearestSentence(place.article, place.article.body.slice(start, end).replace(/\s+/gu, ' '));
}
