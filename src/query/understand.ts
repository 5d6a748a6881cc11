import type { Query, QueryTerm, Question, Understood } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { findPlaces } from '../text/find-places.js';
import { findTimes } from '../text/find-times.js';
import { dropAsking, isStopWord } from '../text/stop-words.js';
import { cutForSearch, cutPairs, tagWords } from '../text/words.js';
import { completeQuestion } from './complete-question.js';
import { findKind } from './find-kind.js';

/**
 * What a character pair counts beside a dictionary word. Pairs find what the dictionary cuts wrongly, but they repeat
 * what the words say. hit1 / mrr10 with vectors: RGB zh_refine .820/.884 at .05, .833/.893 at .2, and without vectors
 * .73/.83 at .5; ChronoQA's aggregate questions .801/.855 at .05, .817/.865 at .2.
 */
const PAIR_WEIGHT = 0.2;
/** Words that say what is asked about: nouns, names, verbs, numbers, foreign words, idioms. */
const CARRIES_MEANING = /^(?:n|v|m|a|eng|x|i|l|j|t|s|z|g|b)/u;

/** A question as typed → a query. No model is needed. */
export function understand(question: Question): Query {
  const text = completeQuestion(question.question.trim(), question.history, question.askedOn);
  const subject = dropAsking(text) || text;
  const times = findTimes(text, question.askedOn);
  const places = findPlaces(cutTimesOut(text, times));
  return {
    text,
    askedOn: question.askedOn,
    filter: question.filter,
    kind: findKind(text),
    terms: buildTerms(subject),
    keywords: findKeywords(dropAsking(cutTimesOut(text, times)), places),
    times,
    places,
  };
}

function buildTerms(subject: string): QueryTerm[] {
  const words = new Set(cutForSearch(subject).filter((word) => !isStopWord(word)));
  const pairs = new Set(cutPairs(subject));
  return [
    ...[...words].map((text) => ({ text, weight: 1 })),
    ...[...pairs].map((text) => ({ text, weight: PAIR_WEIGHT })),
  ];
}

/** Times are judged as times; left in, they are cut together with their neighbours: 2023年青沙县 → 年青, 沙县. */
function cutTimesOut(text: string, times: readonly { start: number; end: number }[]): string {
  let rest = text;
  for (const { start, end } of [...times].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

/** The names of places whole, as found, and the words of the rest. */
function findKeywords(subject: string, places: readonly string[]): string[] {
  const rest = places.reduce((text, place) => text.replace(place, ' '), subject);
  const words = tagWords(rest)
    .filter(({ word, tag }) => CARRIES_MEANING.test(tag) && !isStopWord(word) && /[\p{L}\p{N}]/u.test(word))
    .map(({ word }) => word);
  return [...new Set([...places, ...words])];
}

/** What is shown of the understanding: the span of days, the places and the reason. */
export function describeQuery(query: Query): Understood {
  const times = [...query.times].sort((a, b) => a.from.localeCompare(b.from));
  const latest = [...query.times].sort((a, b) => a.to.localeCompare(b.to)).at(-1);
  return {
    from: times[0]?.from ?? query.filter.from ?? null,
    to: latest?.to ?? query.filter.to ?? null,
    places: query.places,
    reason: query.times.some(({ relative }) => relative)
      ? query.times.map(wording.timeReason).join('；')
      : null,
  };
}
