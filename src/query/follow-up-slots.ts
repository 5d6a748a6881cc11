import { type FoundTime, findTimes } from '../text/find-times.js';
import { findPlacesInQuestion } from '../text/places/find-places-in-question.js';
import { blank, findNamedPlaces, replacePlace } from './follow-up-places.js';
import { replaceTime } from './follow-up-times.js';

/** The new time and place of a follow-up, and what else it says. */
export type Slots = { time: FoundTime | null; place: string | null; rest: string };

const KINDS = ['区', '县', '市', '镇', '乡'];
const HOME = /^(?:全[国省市县区]|[我本][省市县区])$/u;
const NOW = /^(最新|最近|目前|现在|近期|如今)的?$/u;
/** Before a time: it is only compared with. */
export const COMPARED = /(?:^|[，,\s]|同)(?:[比较和跟与同]|相比)$/u;
const ONLY_TIES = /^(?:情况|方面|那边|这边|期间|[的份和与跟及、，,也都又])+$/u;

export function readSlots(core: string, before: string, today: string): Slots {
  const text = /^(?:19|20)\d{2}$/u.test(core) ? `${core}年` : core;
  const time = findNewTime(text, today);
  const places = findNamedPlaces(text, today);
  const rest = trimRest(blank(text, [...(time ? [time] : []), ...places]));
  if (HOME.test(rest)) return { time, place: rest, rest: '' };
  const [first, last] = [places[0], places.at(-1)];
  if (first && last) return { time, place: text.slice(first.start, last.end), rest };
  const place = lengthenPlace(rest, before, today);
  return { time, place, rest: place ? '' : rest };
}

/** The earlier question with the new time and place in it. */
export function fillSlots(before: string, { time, place }: Slots, today: string): string {
  const timed = time ? replaceTime(before, time, today) : before;
  return place ? replacePlace(timed, place, today) : timed;
}

/** 和去年比 asks of no other time; 最新 is one though no days can be told. */
function findNewTime(text: string, today: string): FoundTime | null {
  const now = NOW.exec(text)?.[1];
  const start = 0;
  const end = now?.length ?? 0;
  if (now) return { text: now, start, end, from: today, to: today, relative: true, slides: false };
  const time = findTimes(text, today)[0];
  return time && !COMPARED.test(text.slice(0, time.start)) ? time : null;
}

function trimRest(text: string): string {
  const pieces = text.split(/\s+/u).filter((piece) => !ONLY_TIES.test(piece));
  return pieces.map((piece) => piece.replace(/^[的、，,]+/u, '')).join('');
}

/** 小店, a word of the language, is a district too where the question before names a neighbour of 小店区. */
function lengthenPlace(word: string, before: string, today: string): string | null {
  if (!/^\p{Script=Han}{2,3}$/u.test(word)) return null;
  const cities = findNamedPlaces(before, today).flatMap(({ codes }) => codes.map((code) => code.slice(0, 4)));
  if (!cities.length) return null;
  const isNeighbour = (name: string): boolean =>
    findPlacesInQuestion(name).some(
      ({ text, codes }) => text === name && codes.some((code) => cities.includes(code.slice(0, 4))),
    );
  return KINDS.map((kind) => word + kind).find(isNeighbour) ?? null;
}
