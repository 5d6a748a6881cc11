import { findTimes } from '../text/find-times.js';
import { overlaps } from '../text/span.js';
import { parseFrame } from './follow-up-frame.js';
import { blank, findNamedPlaces } from './follow-up-places.js';
import { COMPARED, fillSlots, readSlots } from './follow-up-slots.js';
import { EVENT, findStatement, findTopic, takeApart } from './follow-up-topic.js';
import { ASKING, cutWords, isNoun, isSide, namesNothing, type Word } from './follow-up-words.js';

/** Characters; what is longer before 呢 is a question of its own. */
const MAX_FRAGMENT = 10;
const STANDS_SOMEWHERE = /(?:桥|路|街|站|机场|公园|馆|医院|学校|广场|中心|景区|大学|中学|小学)$/u;
const OF_WHAT_HAPPENED = /原因|结果|后果|背景|后来|然后|接下来/u;

/** The same of another place, time or thing: 那晋源区呢, 去年呢, 乳腺癌呢; null where it is no such question. */
export function completeSame(question: string, before: string, today: string): string | null {
  const { core, isLed, isSame } = parseFrame(question);
  const slots = readSlots(core, before, today);
  if (!slots.rest) return slots.time || slots.place ? fillSlots(before, slots, today) : null;
  if (isSame && isCompared(core, today)) return `${findTopic(before, today)}${core}呢`;
  const isFramed = isLed || /呢[？?。！!\s]*$/u.test(question);
  if (!isFramed || ASKING.test(core) || slots.rest.length > MAX_FRAGMENT || /[，,。；;]/u.test(slots.rest))
    return null;
  if (slots.place && !isLed) return null;
  const full = fillSlots(before, slots, today);
  const isCounted = /^(?:第|\d)/u.test(slots.rest) && findLikest(full, slots.rest, today);
  if (isCounted) return replaceThing(full, slots.rest, today);
  if (namesNothing(slots.rest)) return isSame ? askForSide(slots.rest, full, today) : null;
  return replaceThing(full, slots.rest, today);
}

/** 和去年比呢 */
const isCompared = (core: string, today: string): boolean =>
  findTimes(core, today).some(({ start }) => COMPARED.test(core.slice(0, start)));

/** 投资呢 → 石渡大桥的投资呢 */
function askForSide(side: string, before: string, today: string): string {
  const said = OF_WHAT_HAPPENED.test(side) ? findStatement(before, today) : findTopic(before, today);
  const isNamed = !/^后来/u.test(side) && cutWords(side).some((word) => isNoun(word) || isSide(word));
  return `${said}${isNamed ? '的' : ''}${side}呢`;
}

/** Puts a thing in the place of the one that ends like it, else of what is counted, else of what the question is about. */
function replaceThing(before: string, thing: string, today: string): string {
  const likest = findLikest(before, thing, today);
  if (likest) return before.slice(0, likest.start) + thing + before.slice(likest.end);
  const { head, leading, asking, tail, rest, asksHow } = takeApart(before, today);
  if (!asksHow && !STANDS_SOMEWHERE.test(thing) && cutWords(tail).some(isNoun)) {
    return head + leading + asking + thing + rest;
  }
  return replaceName(head, thing, today) + leading + asking + tail + rest;
}

/** Of a question's beginning the places, times and verbs stay. */
function replaceName(head: string, thing: string, today: string): string {
  const events = [...head.matchAll(new RegExp(EVENT, 'gu'))].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  const known = [...events, ...findTimes(head, today), ...findNamedPlaces(head, today)];
  const bare = blank(
    head,
    known.filter(({ end, start }) => end - start < head.length),
  );
  const names = [...bare.matchAll(/[^\s的，,]+(?:的[^\s的，,]+)*/gu)];
  const longest = names.sort((one, other) => other[0].length - one[0].length)[0];
  if (!longest) return head + thing;
  const words = cutWords(longest[0]);
  const first = words.find(isNoun)?.start ?? 0;
  const last = words.find(({ start, tag }) => start > first && tag === 'v')?.start ?? longest[0].length;
  return head.slice(0, longest.index + first) + thing + head.slice(longest.index + last);
}

/** 宫颈癌 for 乳腺癌, 2号线 for 3号线: the noun with the longest ending in common, as far to the left as the new one is long. */
function findLikest(before: string, thing: string, today: string): { start: number; end: number } | null {
  const words = cutWords(before);
  const nouns = words
    .map((word, at) => ({ word, at, common: countCommonEnd(word.word, thing) }))
    .filter(({ word, common }) => common > 0 && isNoun(word) && word.word.length >= 2);
  const likest = nouns.sort((one, other) => other.common - one.common)[0];
  if (!likest) return null;
  const places = findNamedPlaces(before, today);
  const isPlace = (word: Word): boolean => places.some((place) => overlaps(word, place));
  let { start } = likest.word;
  const isNumbered = thing.startsWith('第');
  for (const word of isNumbered ? [] : words.slice(0, likest.at).reverse()) {
    if (likest.word.end - start >= thing.length || !belongsToName(word) || isPlace(word)) break;
    start = word.start;
  }
  return { start, end: likest.word.end };
}

const belongsToName = (word: Word): boolean => /^(?:n|x|b|a|m|eng|j|s|vn)/u.test(word.tag);

function countCommonEnd(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}
