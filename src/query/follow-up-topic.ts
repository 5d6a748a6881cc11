import { findTimes } from '../text/find-times.js';
import { findPlacesInQuestion } from '../text/places/find-places-in-question.js';
import { ASKING, ASKS_HOW, cutWords, isLeading, isNoun, isSide, join } from './follow-up-words.js';

/** A question taken apart: 杏花岭区为老旧小区 + 加装 + 多少部 + 电梯; together they are the question. */
export type QuestionParts = {
  /** What it is about. */
  head: string;
  /** The verbs and sides that lead to the asking: 完成, 全长, 的. */
  leading: string;
  asking: string;
  /** Up to the mark that ends the clause. */
  tail: string;
  rest: string;
  /** What follows the asking belongs to a verb (什么时候通车), it is not what is counted (多少部电梯). */
  asksHow: boolean;
};

export function takeApart(question: string, today: string): QuestionParts {
  const found = ASKING.exec(question);
  const asking = found?.[0] ?? '';
  const before = found ? question.slice(0, found.index) : question.replace(/[？?。！!\s]+$/u, '');
  const behind = question.slice(before.length + asking.length);
  const tail = found ? (/^[^，,。；;？?！!]*/u.exec(behind)?.[0] ?? '') : '';
  const asksHow = ASKS_HOW.test(asking);
  const isCounted = !asksHow && !BARE_UNIT.test(trimTail(tail));
  const cut = found ? endOfNames(before, isCounted ? 0 : endOfPlacesAndTimes(before, today)) : before.length;
  const rest = behind.slice(tail.length);
  return { head: before.slice(0, cut), leading: before.slice(cut), asking, tail, rest, asksHow };
}

/** Where the verbs and sides begin that end a text; of these only words of grammar where no noun would stand behind `bound`. */
function endOfNames(text: string, bound: number): number {
  const words = cutWords(text);
  const last = words.findLast((word) => !isLeading(word))?.end ?? 0;
  if (words.some((word) => word.end <= last && word.end > bound && isNoun(word))) return last;
  return (
    words.findLast(({ tag, word }) => !/^(?:u|d|p|c|y|w)/u.test(tag) && !/^[有是]$/u.test(word))?.end ?? 0
  );
}

/** A time that is what a question is about. */
export const EVENT = /春运|两会|[中高]考|国庆|春节|元宵|中秋|端午|清明|[寒暑]假/u;

function endOfPlacesAndTimes(text: string, today: string): number {
  const ends = [...findTimes(text, today), ...findPlacesInQuestion(text)]
    .filter(({ text: name }) => !EVENT.test(name))
    .map(({ end }) => end);
  return Math.max(0, ...ends);
}

const BARE_UNIT =
  /^(?:亿元?|万元?|元|块?钱|公里|千米|米|平方米|平方公里|亩|吨|人次?|户|岁|天|年|月|次|倍|度|个?小时|分钟|[个百千万亿]+)?$/u;
const OPENS_TAIL =
  /^(?:的|了|是|有|会|要|才|能|可以|能够|开始|又|也|都|就|将|正式|全面)+(?=[\p{Script=Han}])/u;
const UNIT_BEFORE = /^(?:公里|千米|万?平方米|平方公里|万?亩|万?吨|万|亿)的?(?=\p{Script=Han}{2})/u;
const ENDS_TAIL = /(?:的|了|呢|啊|吧|呀)+$/u;

/** What a question is about, short: 石渡大桥什么时候通车 → 石渡大桥; 新建几所学校 → 新建学校. */
export function findTopic(question: string, today: string): string {
  const { head, leading, asking, tail, asksHow } = takeApart(question, today);
  const object = trimTail(tail);
  const isNamed = cutWords(head.slice(endOfPlacesAndTimes(head, today))).some(isNoun);
  if (!head && /谁/u.test(asking)) return findObject(object) || object;
  if (asksHow) return isNamed ? head : join(trimHead(head), object);
  if (BARE_UNIT.test(object)) return isNamed ? head : trimHead(head + leading);
  return join(trimHead(head), object);
}

/** What a question says when it does not ask: 石渡大桥什么时候通车 → 石渡大桥通车. */
export function findStatement(question: string, today: string): string {
  const { head, leading, asking, tail } = takeApart(question, today);
  const object = trimTail(tail);
  const said = trimHead(head + leading);
  if (!said && /谁/u.test(asking)) return object;
  return BARE_UNIT.test(object) ? said : join(said, object);
}

/** Says of a thing only that it was begun or is there: what that cost is what the thing cost. */
const MILESTONE = /^(?:开始|结束|开工|动工|封顶|竣工|完工|建成|落成|通车|开通|启用|投用|开业)$/u;

/** The thing with what it was asked to do; the thing alone where that is only opening hours, a beginning or an end. */
export function findHappening(question: string, today: string): string {
  const { tail, asksHow } = takeApart(question, today);
  const isSlight = cutWords(trimTail(tail)).every((word) => isSide(word) || MILESTONE.test(word.word));
  return asksHow && !isSlight ? findStatement(question, today) : findTopic(question, today);
}

/** The nouns that end a text: 主持召开了市委常委会会议 → 市委常委会会议. */
function findObject(text: string): string {
  const words = cutWords(text);
  const before = words.findLastIndex((word) => !isNoun(word) && !/^(?:m|q|uj|vn)/u.test(word.tag));
  return text.slice(words[before]?.end ?? 0).replace(/^的/u, '');
}

const trimTail = (tail: string): string =>
  tail.trim().replace(ENDS_TAIL, '').replace(OPENS_TAIL, '').replace(UNIT_BEFORE, '');
const trimHead = (head: string): string =>
  head.trim().replace(/(?:(?<!现|存)在|(?<!没|所|国|私|具|拥)有|的|了|是|还|都|将|共|[，,、\s])+$/u, '');
