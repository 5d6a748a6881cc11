import { findTimes } from '../text/find-times.js';
import { findPlacesInQuestion } from '../text/places/find-places-in-question.js';
import { dropAsking } from '../text/stop-words.js';
import { parseTimelineQuestion } from './timeline-question.js';

/** A question with one thing in it changed. */
export type Variation =
  | { kind: 'year'; year: string; question: string }
  | { kind: 'place'; name: string; question: string }
  | { kind: 'course'; question: string };

const isYear = ({ from, to }: { from: string; to: string }): boolean =>
  from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`;

/** The same of the years next to the one that is asked of, nearest first; none where not exactly one year is named. */
export function varyYear(question: string, askedOn: string, held: { from: string; to: string }): Variation[] {
  const times = findTimes(question, askedOn);
  const [time] = times;
  if (time === undefined || times.length > 1 || !isYear(time)) return [];
  const asked = Number(time.from.slice(0, 4));
  return [asked - 1, asked + 1]
    .filter((year) => year >= Number(held.from.slice(0, 4)) && year <= Number(held.to.slice(0, 4)))
    .map((year) => ({
      kind: 'year',
      year: String(year),
      question: `${question.slice(0, time.start)}${year}年${question.slice(time.end)}`,
    }));
}

/** How places of one rank end: a county beside a county, a district beside a district. */
const RANK = /[省市县区旗乡镇村]$/u;

/** The same of other places of that rank which the texts name, those first that most of them do. */
export function varyPlace(question: string, texts: readonly string[]): Variation[] {
  const places = findPlacesInQuestion(question);
  const [place] = places;
  const rank = RANK.exec(place?.name ?? '')?.[0];
  if (place === undefined || places.length > 1 || rank === undefined) return [];
  const counts = new Map<string, number>();
  for (const text of texts) {
    const named = new Set(findPlacesInQuestion(text).map(({ name }) => name));
    for (const name of named) if (name.endsWith(rank)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  counts.delete(place.name);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name]) => ({
      kind: 'place',
      name,
      question: `${question.slice(0, place.start)}${name}${question.slice(place.end)}`,
    }));
}

/** A thing to follow over time is called so in few words. */
const SUBJECT = /^\p{Script=Han}{4,14}$/u;
const HAS_COURSE =
  /(?:工程|项目|建设|改造|修缮|搬迁|迁建|规划|大桥|铁路|高速|地铁|公园|学校|医院|线路|事故|案)$/u;

/** The course of what the question is about, where that is something that is built, planned or investigated. */
export function askCourse(question: string, askedOn: string): Variation[] {
  if (parseTimelineQuestion(question, askedOn) !== null) return [];
  const times = findTimes(question, askedOn).reverse();
  const timeless = times.reduce(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    question.replace(/[？?。！!]+$/u, ''),
  );
  const subject = dropAsking(timeless).replace(/的$/u, '');
  if (!SUBJECT.test(subject) || !HAS_COURSE.test(subject)) return [];
  return [{ kind: 'course', question: `${subject}的进展如何` }];
}
