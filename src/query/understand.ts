import type { Place, Query, QueryTerm, Question, Understood } from '../domain/query.js';
import { OPEN_FROM, OPEN_TO } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { findTimes } from '../text/find-times.js';
import { fold } from '../text/fold.js';
import { cutNumbers } from '../text/number-terms.js';
import { findPlacesInQuestion } from '../text/places/find-places-in-question.js';
import { simplifyCharacters } from '../text/simplify-characters.js';
import { dropAsking, isStopWord } from '../text/stop-words.js';
import { cutForSearch, cutPairs, tagWords } from '../text/words.js';
import { completeQuestion } from './complete-question.js';
import { findFilters } from './find-filters.js';
import { findKind } from './find-kind.js';

/**
 * What a character pair counts beside a dictionary word. Pairs find what the dictionary cuts wrongly, but they repeat
 * what the words say. hit1 / mrr10 with vectors: RGB zh_refine .820/.884 at .05, .833/.893 at .2, and without vectors
 * .73/.83 at .5; ChronoQA's aggregate questions .801/.855 at .05, .817/.865 at .2.
 */
const PAIR_WEIGHT = 0.2;
/** A number's value beside its digits, under which it was found already when both write it alike. */
const NUMBER_WEIGHT = 0.5;
const MARKS = /[^\p{L}\p{N}]/gu;
const ASKS_FOR_NEWEST = /最新|最近|近期|目前|如今|现在/u;
/** Words that say what is asked about: nouns, names, verbs, numbers, foreign words, idioms. */
const CARRIES_MEANING = /^(?:n|v|m|a|eng|x|i|l|j|t|s|z|g|b)/u;

/** A question as typed → a query; `newspapers` are those that the archive holds. No model is needed. */
export function understand(question: Question, newspapers: readonly string[] = []): Query {
  const history = question.history.map(simplifyCharacters);
  const text = completeQuestion(simplifyCharacters(question.question.trim()), history, question.askedOn);
  const walls = findFilters(text, newspapers);
  const times = findTimes(text, question.askedOn);
  const within = cutOut(text, walls.spans);
  const subject = dropAsking(within) || dropAsking(text) || text;
  const timeless = cutOut(
    text,
    [...walls.spans, ...times].sort((a, b) => a.start - b.start),
  );
  const places = findPlacesInQuestion(timeless).map(({ text, name, codes }) => ({ text, name, codes }));
  const words = [...new Set(cutForSearch(subject).filter((word) => !isStopWord(word)))];
  return {
    text,
    askedOn: question.askedOn,
    filter: { ...walls.filter, ...question.filter },
    named: walls.filter,
    kind: findKind(text),
    terms: buildTerms(subject, words),
    subject: fold(subject).replace(MARKS, ''),
    words,
    keywords: findKeywords(dropAsking(timeless), places),
    times,
    places,
    asksForNewest: ASKS_FOR_NEWEST.test(text),
  };
}

function buildTerms(subject: string, words: readonly string[]): QueryTerm[] {
  const pairs = new Set(cutPairs(subject));
  const numbers = new Set(cutNumbers(subject));
  return [
    ...words.map((text) => ({ text, weight: 1 })),
    ...[...numbers].map((text) => ({ text, weight: NUMBER_WEIGHT })),
    ...[...pairs].map((text) => ({ text, weight: PAIR_WEIGHT })),
  ];
}

/** Times and walls are judged by themselves; left in, they are cut together with their neighbours: 2023年青沙县 → 年青, 沙县. */
function cutOut(text: string, spans: readonly { start: number; end: number }[]): string {
  let rest = text;
  for (const { start, end } of [...spans].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

/** The names of places whole, as found, and the words of the rest. */
function findKeywords(subject: string, places: readonly Place[]): string[] {
  const rest = places.reduce((text, place) => text.replace(place.text, ' '), subject);
  const words = tagWords(rest)
    .filter(({ word, tag }) => CARRIES_MEANING.test(tag) && !isStopWord(word) && /[\p{L}\p{N}]/u.test(word))
    .map(({ word }) => word);
  return [...new Set([...places.map(({ text }) => text), ...words])];
}

/** What is shown of the understanding: the span of days, the places and the reason. */
export function describeQuery(query: Query): Understood {
  const times = [...query.times].sort((a, b) => a.from.localeCompare(b.from));
  const latest = [...query.times].sort((a, b) => a.to.localeCompare(b.to)).at(-1);
  const places = query.places.map(({ name }) => name);
  const walled = query.filter.place;
  const counted = query.times.some(({ relative }) => relative) ? query.times.map(wording.timeReason) : [];
  const reasons = [...counted, ...wording.wallReasons(query.named)];
  return {
    from: closed(times[0]?.from) ?? query.filter.from ?? null,
    to: closed(latest?.to) ?? query.filter.to ?? null,
    places: walled !== undefined && !places.includes(walled) ? [...places, walled] : places,
    reason: reasons.length ? reasons.join('；') : null,
  };
}

/** The open end of 2020年以前 is no day to show. */
const closed = (day: string | undefined): string | null =>
  day === OPEN_FROM || day === OPEN_TO ? null : (day ?? null);
