import type { Query, QuestionKind } from '../domain/query.js';
import { findPeople } from '../text/find-people.js';
import { findTimes } from '../text/find-times.js';
import { fold } from '../text/fold.js';
import { withoutOverlap } from '../text/span.js';
import type { Span } from '../text/split-sentences.js';
import {
  ANY_NUMBER,
  amountOf,
  DATE,
  GROUP,
  NUMBER_VALUES,
  OTHER_TIMES,
  THING_VALUES,
} from '../text/values/value-patterns.js';
import { tagWords } from '../text/words.js';

/** Where a sentence holds values of the kind that a question asks for, in UTF-16 offsets of the sentence. */
export type ValueFinder = (sentence: string) => Span[];

/** What is measured, asked by its unit: 多少张 → 42张. */
const ASKED_UNIT = /(?:多少|几)(?:余|多)?([\p{Script=Han}])/u;
const NO_UNIT = '的是在有了';
const MEASURED_TIME =
  /多久|多长时间|多少(?:年|天|个?月|小时|分钟)|几点|几时|哪(?:一)?年|年份|哪(?:个|一)?月|几月(?!几)/u;
/** Which day the words were written on does not change which words tell a time. */
const ANY_DAY = '2020-06-15';
const ASKS_WINNER = /冠军|亚军|季军|得主|夺冠|获胜|战胜|哪支|球队|胜者/u;
const ASKS_GROUP = /队|公司|企业|机构|部门|单位|大学|高校|学校|医院|银行/u;

/** Finds the values that the question asks for; of a question that asks for none in particular, nothing. */
export function createValueFinder(query: Query): ValueFinder {
  const finders: Record<QuestionKind, () => ValueFinder> = {
    number: () => findPattern(numberPattern(query.text)),
    when: () => whenFinder(query.text),
    who: () => whoFinder(query.text),
    where: () => {
      const thing = thingPattern(query.text);
      if (!thing) return findPlaces;
      const findThings = findPattern(thing);
      return (sentence) => withoutOverlap(findThings(sentence), findTagged(sentence, /^ns/u));
    },
    list: () => findPattern('[、；;]|一是|第一'),
    what: () =>
      ASKS_WINNER.test(query.text)
        ? whoFinder(query.text)
        : findPattern(thingPattern(query.text) ?? numberAsked(query.text)),
  };
  const find = finders[query.kind]();
  const asked = fold(query.text);
  // What the question says itself is no answer to it, but the day or month that it names may be: 8月何时启动的.
  const mayBeSaid = query.kind === 'when' && query.times.length > 0;
  const isSaid = (value: string) => asked.includes(fold(value)) && !(mayBeSaid && MONTH_OR_DAY.test(value));
  return (sentence) =>
    find(sentence).filter(({ start, end }) => query.kind === 'list' || !isSaid(sentence.slice(start, end)));
}

const MONTH_OR_DAY = /[月日号]/u;

const firstThatFits = (table: readonly (readonly [RegExp, string])[], question: string): string | null =>
  table.find(([asks]) => asks.test(question))?.[1] ?? null;

const thingPattern = (question: string): string | null => firstThatFits(THING_VALUES, question);
const numberAsked = (question: string): string | null => firstThatFits(NUMBER_VALUES, question);

function numberPattern(question: string): string {
  const known = numberAsked(question);
  if (known) return known;
  const unit = ASKED_UNIT.exec(question)?.[1];
  return unit && !NO_UNIT.includes(unit) ? amountOf(unit) : ANY_NUMBER;
}

/** The times that a question itself may name, and what only tells a time in answer: 8时30分, 唐代, 寒假. */
function whenFinder(question: string): ValueFinder {
  if (MEASURED_TIME.test(question)) return findPattern(numberAsked(question) ?? DATE);
  const findOthers = findPattern(OTHER_TIMES);
  return (sentence) => withoutOverlap(findTimes(sentence, ANY_DAY, { in: 'article' }), findOthers(sentence));
}

function whoFinder(question: string): ValueFinder {
  if (!ASKS_WINNER.test(question) && !ASKS_GROUP.test(question)) return findPeople;
  const findGroups = findPattern(GROUP);
  return (sentence) => [...findPeople(sentence), ...findGroups(sentence), ...findTagged(sentence, /^n[tz]/u)];
}

function findPattern(pattern: string | null): ValueFinder {
  if (pattern === null) return () => [];
  const values = new RegExp(pattern, 'gu');
  return (sentence) =>
    [...sentence.matchAll(values)].map((found) => ({
      start: found.index,
      end: found.index + found[0].trimEnd().length,
    }));
}

const PLACE_WORD =
  /(?<=[在于至往从赴到抵])[\p{Script=Han}“”《》A-Za-z\d]{1,14}?(?:[省市区县镇乡村路街道桥站馆院场厅楼港湾岛山湖江河]|中心|大厅|广场|大学|酒店)/gu;

/** Names of places and buildings: what the dictionary knows, and what 在 or 于 stands before. */
function findPlaces(sentence: string): Span[] {
  const spans = [...sentence.matchAll(PLACE_WORD)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return [...spans, ...findTagged(sentence, /^n[st]/u)];
}

function findTagged(sentence: string, tags: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { word, tag } of tagWords(sentence)) {
    if (tags.test(tag)) spans.push({ start, end: start + word.length });
    start += word.length;
  }
  return spans;
}
