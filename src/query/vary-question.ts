import { findTimes } from '../text/find-times.js';
import { findPlacesInQuestion } from '../text/places/find-places-in-question.js';
import { findKind } from './find-kind.js';
import { parseTimelineQuestion } from './timeline-question.js';

/** A question with one thing in it changed. */
export type Variation =
  | { kind: 'year'; year: string; question: string }
  | { kind: 'place'; name: string; question: string }
  | { kind: 'course'; question: string };

const isYear = ({ from, to }: { from: string; to: string }): boolean =>
  from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`;

/** A number that the question tells belongs to its own year and place: 八件实事, 301路. */
const NUMBER = /\d|[二两三四五六七八九十百千万][个件项条种大类所座家名位起处]/u;

/** The same of the years next to the one that is asked of, nearest first; none where not exactly one year and no other number is named. */
export function varyYear(question: string, askedOn: string, held: { from: string; to: string }): Variation[] {
  const times = findTimes(question, askedOn);
  const [time] = times;
  if (time === undefined || times.length > 1 || !isYear(time)) return [];
  if (NUMBER.test(question.slice(0, time.start) + question.slice(time.end))) return [];
  const asked = Number(time.from.slice(0, 4));
  return [asked - 1, asked + 1]
    .filter((year) => year >= Number(held.from.slice(0, 4)) && year <= Number(held.to.slice(0, 4)))
    .map((year) => ({
      kind: 'year',
      year: String(year),
      question: `${question.slice(0, time.start)}${year}年${question.slice(time.end)}`,
    }));
}

/** How places of one rank end: a district stands beside a county. */
const RANKS = [/省$/u, /市$/u, /[县区旗]$/u, /[乡镇]$/u, /村$/u];

/** A list of the same for other places of that rank which the texts name, those first that most of them do. */
export function varyPlace(question: string, askedOn: string, texts: readonly string[]): Variation[] {
  if (findKind(question) !== 'list' || NUMBER.test(cutTimes(question, askedOn))) return [];
  const places = findPlacesInQuestion(question);
  const [place] = places;
  const rank = RANKS.find((one) => one.test(place?.name ?? ''));
  if (place === undefined || places.length > 1 || rank === undefined) return [];
  const counts = new Map<string, number>();
  for (const text of texts) {
    const named = new Set(findPlacesInQuestion(text).map(({ name }) => name));
    for (const name of named) if (rank.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([name]) => !name.includes(place.text) && !place.name.includes(name))
    .sort(([, one], [, other]) => other - one)
    .map(([name]) => ({
      kind: 'place',
      name,
      question: `${question.slice(0, place.start)}${name}${question.slice(place.end)}`,
    }));
}

const cutTimes = (question: string, askedOn: string): string =>
  findTimes(question, askedOn).reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    question,
  );

/** What is built or carried out takes years and is reported on again and again. */
const HAS_COURSE =
  '大桥|隧道|铁路|高铁|高速(?:公路)?|地铁|轻轨|号线|枢纽|水库|水电站|工程|项目|园区|新馆|新院区|新校区';
/** The words in front of what is asked; none that ask, join or tell. */
const SUBJECT = new RegExp(
  `^[^谁什哪几多怎何吗和与及跟的在是有被将把、，。？?\\s]{2,14}(?:${HAS_COURSE})(?![和与及跟、])`,
  'u',
);

/** The course of what the question begins with, where that is something with a course. */
export function askCourse(question: string, askedOn: string): Variation[] {
  const [time] = findTimes(question, askedOn);
  const [subject] = SUBJECT.exec(question) ?? [];
  if (subject === undefined || (time !== undefined && time.start < subject.length)) return [];
  if (parseTimelineQuestion(question, askedOn) !== null) return [];
  return [{ kind: 'course', question: `${subject}的进展如何` }];
}
