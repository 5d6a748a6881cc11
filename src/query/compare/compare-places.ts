import { findNamedPlaces } from '../follow-up-places.js';
import { askForAll, askHowMuch, type Side } from './ask-of-side.js';
import { AND, DIFFERENT, findWhichIsMore } from './comparing-words.js';

/** 分别有哪些, and of districts also 有哪些 alone: the list of each. */
const OF_EACH = /(?:分别|各自?)(?:都|是|有|为)*(?:哪些.{0,8}|什么|多少.{0,8})[？?。\s]*$/u;
const LISTED = /(?<!之间.*)有哪些[？?。\s]*$/u;
const TOGETHER = /^的?(?:之间|交界|联合|共同|合作|两|双方)/u;
const DISTRICT = /[区县]$/u;
const TIE = new RegExp(`^(?:${AND}|[，,])$`, 'u');
const MOST = 4;

/** 阳曲县和晋源区的民生实事有什么区别 → the same asked of each place; null where no places stand side by side. */
export function comparePlaces(text: string, askedOn: string): Side[] | null {
  const which = findWhichIsMore(text);
  const asking = which ?? DIFFERENT.exec(text) ?? OF_EACH.exec(text) ?? LISTED.exec(text);
  if (!asking) return null;
  const places = findNamedPlaces(text.slice(0, asking.index), askedOn);
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || places.length < 2 || places.length > MOST) return null;
  const ties = places.slice(1).map(({ start }, at) => text.slice(places[at]?.end ?? 0, start));
  const about = text.slice(last.end, asking.index).replace(/^的|的$/gu, '');
  if (!ties.every((tie) => TIE.test(tie)) || TOGETHER.test(about)) return null;
  const asked = which ? askHowMuch(about + which.measured, which.adjective) : askOfEach(text, about);
  const areDistricts = places.every(({ text: name }) => DISTRICT.test(name));
  if (asked === '有哪些' || (!isCompared(text) && !areDistricts)) return null;
  const head = text.slice(0, first.start);
  return places.map(({ text: place }) => ({ label: place, question: head + place + asked }));
}

const isCompared = (text: string): boolean =>
  findWhichIsMore(text) !== null || DIFFERENT.test(text) || OF_EACH.test(text);

function askOfEach(text: string, about: string): string {
  const [asked] = DIFFERENT.test(text) ? [] : (OF_EACH.exec(text) ?? []);
  return asked ? about + asked.replace(/^(?:分别|各自?)/u, '') : askForAll(about);
}
