import { SURNAME } from '../../text/find-people.js';
import { findPlacesInArticle } from '../../text/places/find-places-in-article.js';
import { tagWords } from '../../text/words.js';
import type { Value } from './value.js';

/** A person or a place in a folded text. */
export type Name = Value & { kind: 'name'; group: 'person' | 'place'; text: string };

/** Behind these words a name begins: 县长王建国. */
const OFFICE =
  '书记|主任|主席|市长|县长|区长|镇长|乡长|村长|省长|部长|局长|处长|科长|厅长|院长|校长|园长|所长|站长|队长|会长|行长|社长|馆长|董事长|经理|教授|医生|专家|发言人|负责人|法人|秘书长|委员|代表|教练|导演|冠军|亚军|选手|记者|通讯员|家长|居民|村民|市民|老师';
const NAMED = new RegExp(`(?:${OFFICE})(?<name>${SURNAME}\\p{Script=Han}{1,2})`, 'dgu');

/** 赵某, 黎某榕: as courts and police print them. */
const COVERED =
  /\p{Script=Han}某[某\p{Script=Han}]?(?=[，,。、；;：:（()）的等以因犯当被在与和及、\s]|$)|\p{Script=Han}某/gu;

/** Persons and places of a folded text in reading order, without overlaps. */
export function findNames(folded: string): Name[] {
  const names: Name[] = [];
  const add = (group: Name['group'], start: number, end: number) => {
    if (end - start < 2 || names.some((name) => start < name.end && end > name.start)) return;
    names.push({ kind: 'name', group, text: folded.slice(start, end), start, end });
  };
  const words = findWords(folded);
  for (const { 0: name, index } of folded.matchAll(COVERED)) add('person', index, index + name.length);
  for (const { start, end, tag } of words) if (tag.startsWith('nr')) add('person', start, end);
  for (const { indices } of folded.matchAll(NAMED)) {
    const [start, end] = indices?.groups?.name ?? [0, 0];
    add('person', start, endOfName(words, end));
  }
  for (const { start, end } of findPlacesInArticle(folded, [])) add('place', start, end);
  for (const { start, end, tag, word } of words) {
    if (tag.startsWith('ns') && !PLACE_WORDS.has(word)) add('place', start, end);
  }
  return names.sort((a, b) => a.start - b.start);
}

const PLACE_WORDS: ReadonlySet<string> = new Set([
  '全市',
  '全省',
  '全县',
  '全区',
  '大桥',
  '小区',
  '社区',
  '中国',
]);

/** A name of three characters, unless its third begins the next word: 王强说 is two. */
function endOfName(words: readonly FoundWord[], end: number): number {
  const last = words.find((word) => word.start === end - 1);
  return last && (last.end > end || /^(?:v|p|c|d|u)/u.test(last.tag)) ? end - 1 : end;
}

export type FoundWord = Value & { word: string; tag: string };

/** The words of a folded text with their places. */
export function findWords(folded: string): FoundWord[] {
  let at = 0;
  return tagWords(folded).map(({ word, tag }) => {
    const start = at;
    at += word.length;
    return { word, tag, start, end: at };
  });
}
