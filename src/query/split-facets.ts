import { tagWords } from '../text/words.js';
import { splitAndOf } from './split-and-of.js';
import { splitCompared } from './split-compared.js';
import { splitParallel } from './split-parallel.js';
import { splitSameDay } from './split-same-day.js';

/** Facets are whole questions; a piece of fewer characters asks for nothing by itself. */
const MIN_LENGTH = 4;
const MAX_FACETS = 4;

/** A clause that asks. */
const ASKS =
  /什么|多少|几(?=[个件项条种位名家所处天年月日人次部台辆套户座场点])|谁|哪|何时|何地|何处|怎么|怎样|吗/u;
const STANDS_FOR_SUBJECT = /^(?:它们?|他们?|她们?|其|该\p{Script=Han}{0,2})的?/u;

/** …的主演和导演是谁, …的时间和地点: one thing, two of its sides. */
const TWO_SIDES =
  /^(.{2,}?的)([\p{Script=Han}]{2,6}?)(?:和|(?<!参)与|(?<![涉普波])及)([\p{Script=Han}]{2,6}?)((?:分别)?(?:是|为|在|有)?(?:谁|什么|哪里|哪儿|多少|什么时候|何时)?[？?]?)$/u;
/** 2022年和2023年…: the same of two years. */
const TWO_YEARS = /^(.*?)((?:19|20)\d{2})年?[和与及、]((?:19|20)\d{2})(年?)(?!\d)(.+)$/u;
/** 男女单打冠军: the one of men and that of women. */
const MEN_AND_WOMEN = /^(.*?)男女((?:子|单|双|团|篮|排|足|冠军|组)(?!.*(?:合计|总共|混)).*)$/u;
/**
 * A question that asks several things → each as a question of its own; any other as it is. A piece that names nothing
 * of its own (它的导演是谁) takes over what the first is about. `askedOn`: YYYY-MM-DD, for 去年呢.
 */
export function splitFacets(question: string, askedOn: string): string[] {
  const pieces =
    splitAndOf(question, askedOn) ??
    splitDay(question) ??
    splitParallel(question) ??
    splitCompared(question) ??
    splitAt(TWO_YEARS, question, ([, head, first, second, year, tail = '']) => [
      `${head}${first}${year}${dropEach(tail)}`,
      `${head}${second}${year}${dropEach(tail)}`,
    ]) ??
    splitAt(MEN_AND_WOMEN, question, ([, head, tail = '']) => [
      `${head}男${dropEach(tail)}`,
      `${head}女${dropEach(tail)}`,
    ]) ??
    splitAt(TWO_SIDES, question, ([, of = '', first, second, asked]) =>
      ASKS.test(of) ? [] : [`${of}${first}${dropEach(asked)}`, `${of}${second}${dropEach(asked)}`],
    ) ??
    splitQuestions(question);
  const facets = (pieces ?? []).filter((piece): piece is string => (piece?.length ?? 0) >= MIN_LENGTH);
  return facets.length > 1 && facets.length <= MAX_FACETS ? facets : [question];
}

function splitDay(question: string): string[] | null {
  const parts = splitSameDay(question);
  return parts && [parts.happening, parts.asked];
}

/** Several questions in one message; those behind the first take its subject over. */
function splitQuestions(question: string): string[] | null {
  const [first = '', ...others] = splitClauses(question);
  if (!others.length) return null;
  const subject = findSubject(first);
  const isOneSentence = !/[？?]./u.test(question);
  if (!subject && isOneSentence) return null;
  return [first, ...others.map((piece) => subject + piece.replace(STANDS_FOR_SUBJECT, ''))];
}

/** Clauses that each ask something; one that asks nothing belongs to the one behind it. */
function splitClauses(question: string): string[] {
  const clauses: string[] = [];
  let open = '';
  for (const clause of question.split(/(?<=[？?，,；;])\s*(?=\S)/u)) {
    open += clause;
    if (!ASKS.test(clause)) continue;
    clauses.push(open.replace(/[，,；;]$/u, ''));
    open = '';
  }
  if (open && clauses.length) clauses[clauses.length - 1] += open;
  return clauses;
}

/** The nouns that a question opens with, up to its verb: 石渡大桥什么时候通车 → 石渡大桥. */
function findSubject(question: string): string {
  const work = /^《[^》]+》/u.exec(question)?.[0];
  if (work) return work;
  const nouns: string[] = [];
  let length = 0;
  for (const { word, tag } of tagWords(question)) {
    if (!/^(?:n|x|eng|m|j|l|b|f|s)/u.test(tag) || !/[\p{L}\p{N}]/u.test(word) || ASKS.test(word)) break;
    nouns.push(word);
    length += word.length;
  }
  // 大桥总长多少: what is measured is no part of the subject.
  const asksAtOnce = /^(?:为|是)?(?:多|几)/u.test(question.slice(length));
  if (asksAtOnce && nouns.length > 1) length -= nouns.at(-1)?.length ?? 0;
  return length >= 2 ? question.slice(0, length) : '';
}

const dropEach = (asked = ''): string => asked.replace(/分别|各自?(?=[有是为])/u, '');

function splitAt(
  pattern: RegExp,
  question: string,
  cut: (parts: RegExpExecArray) => (string | undefined)[],
): (string | undefined)[] | null {
  const parts = pattern.exec(question);
  return parts && cut(parts);
}
