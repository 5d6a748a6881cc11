import { findTimes } from '../text/find-times.js';
import { findPlacesInQuestion } from '../text/places/find-places-in-question.js';
import type { FoundPlace } from '../text/places/join-runs.js';

/** A place that only begins a name: 太原大桥, 汾河公园, 太原五中. */
const BEHIND_NAME =
  /^(?:大?桥|公园|大?道|大?街|[东南西北]?站|医院|学校|小学|中学|[一二三四五六七八九十]+中|大学|学院|.{0,2}中心|广场|.{0,2}馆|机场|日报|晚报|晨报)/u;
const KIND = /[省市区县旗镇乡村]$/u;
const HOME = /(?:全|我们?|本|咱们?)(?:省|市|区|县)/u;
const JOINS = /^[和与跟及、]$/u;

/** The places of a text, its times left aside; names of things that begin like a place are none. */
export function findNamedPlaces(text: string, today: string): FoundPlace[] {
  return findPlacesInQuestion(blank(text, findTimes(text, today))).filter(
    ({ text: name, codes, end }) =>
      (codes.length > 0 || (KIND.test(name) && !/[哪几某]/u.test(name))) &&
      !BEHIND_NAME.test(text.slice(end)),
  );
}

/** Spaces of the same length in place of what was found. */
export function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  return spans.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}

/** The question about another place; one that names none gets it in front. */
export function replacePlace(question: string, place: string, today: string): string {
  const old = findOldPlace(question, place, today);
  if (!old) return question.startsWith(place) ? question : place + question;
  const behind = question.slice(old.end);
  // 太原市长: the kind belongs to the office too.
  const isOffice = /^[长委]/u.test(behind) && KIND.test(question.slice(old.start, old.end));
  const kind = isOffice && !KIND.test(place) ? question.slice(old.end - 1, old.end) : '';
  return question.slice(0, old.start) + place + kind + behind;
}

/** Places joined by 和 are one; of several the one that is called like the new one. */
function findOldPlace(
  question: string,
  place: string,
  today: string,
): { start: number; end: number } | undefined {
  const places = joinPlaces(question, findNamedPlaces(question, today));
  const alike = places.find(({ end }) => KIND.test(place) && question[end - 1] === place.at(-1));
  const home = HOME.exec(question);
  return alike ?? places[0] ?? (home ? { start: home.index, end: home.index + home[0].length } : undefined);
}

function joinPlaces(question: string, places: readonly FoundPlace[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of places) {
    const previous = joined.at(-1);
    if (previous && JOINS.test(question.slice(previous.end, start))) previous.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
