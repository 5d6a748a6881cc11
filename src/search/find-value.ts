import type { Query, QuestionKind } from '../domain/query.js';
import { namesPerson } from '../text/find-people.js';
import { tagWords } from '../text/words.js';

const DAY_OR_HOUR =
  /\d+\s*年|\d+\s*月|\d+\s*[日号时点]|[一二三四五六七八九十]+月|星期[一二三四五六日天]|世纪|昨日|今日|近日/u;
const NUMBER =
  /\d|[一二两三四五六七八九十百千万亿]+(?=[个件项条种位名家所处天年月日人次部台辆套户座场起亩吨张元%％])/u;
const PLACE_WORD = /[省市区县镇乡村路街道桥站馆院场厅楼校园]/u;
const ASKED_UNIT = /(?:多少|几)(?:余|多)?([\p{Script=Han}]{1,3})/u;

/** Whether a sentence holds a value of the kind that the question asks for. */
export function createValueFinder(query: Query): (sentence: string) => boolean {
  const unit = query.kind === 'number' ? findAskedUnit(query.text) : null;
  const finders: Record<QuestionKind, (sentence: string) => boolean> = {
    number: (sentence) => (unit ? unit.test(sentence) : NUMBER.test(sentence)),
    when: (sentence) => DAY_OR_HOUR.test(sentence),
    who: holdsPerson,
    where: (sentence) => PLACE_WORD.test(sentence),
    list: (sentence) => /[、；;]|一是|第一/u.test(sentence),
    what: () => false,
  };
  return finders[query.kind];
}

/** 多深, 多长 → a number before a unit of length, and so on. */
const UNITS_OF_ADJECTIVE: readonly [RegExp, string][] = [
  [/多(?:深|长|高|宽|厚|远)/u, '(?:毫米|厘米|分米|米|公里|千米|里|层|楼)'],
  [/多(?:重|沉)/u, '(?:吨|公斤|千克|斤|克)'],
  [/多(?:久|长时间)/u, '(?:年|个?月|周|天|日|小时|分钟|秒)'],
  [/多大(?:面积)?/u, '(?:平方米|平方公里|平米|亩|公顷|岁|级|平)'],
  [/多快/u, '(?:公里|千米|米|小时|分钟)'],
];

/** 多少家 → a number before 家; 多少亿元 → before 亿元, 万元 or 元. */
function findAskedUnit(question: string): RegExp | null {
  const units = UNITS_OF_ADJECTIVE.find(([adjective]) => adjective.test(question))?.[1];
  if (units) return new RegExp(`[\\d一二两三四五六七八九十百千万亿]\\s*(?:多|余|几)?\\s*${units}`, 'u');
  const asked = ASKED_UNIT.exec(question)?.[1];
  if (!asked) return null;
  if (/元|钱/u.test(asked))
    return /[\d.]+\s*(?:多|余)?\s*[万亿]*(?:多|余)?元|[一二三四五六七八九十百千]+[万亿]*元/u;
  const unit = asked[0] ?? '';
  return new RegExp(`[\\d一二两三四五六七八九十百千万亿]\\s*(?:多|余|几)?\\s*${unit}`, 'u');
}

/** Who wrote the report is not who it is about. */
const SIGNATURE = /[（(](?:本报|见习|实习)?(?:记者|通讯员)[^）)]*[）)]/gu;

function holdsPerson(sentence: string): boolean {
  const said = sentence.replace(SIGNATURE, '');
  return (
    namesPerson(said) || tagWords(said).some(({ tag, word }) => tag.startsWith('nr') && word.length >= 2)
  );
}
