import { fold } from '../../text/fold.js';
import { findHome } from '../../text/places/find-home.js';
import { lookUpPlace } from '../../text/places/look-up-place.js';
import { findTimesOf, type Span, type WallText } from './wall-text.js';

/** Where a question names a newspaper, 《》 with it. */
export type Mention = Span & { newspaper: string; isHeld: boolean };

const BRACKETED = /《([^《》]{1,20}[报刊讯])》/gu;
const KINDS =
  '日报|晚报|早报|晨报|时报|商报|都市报|周报|导报|新报|快报|青年报|农民报|工人报|法[制治]报|科技报|经济报|文化报|教育报|消费者?报|生活报';
/** Without brackets a name begins behind a word that no name of a newspaper holds. */
const BARE = new RegExp(`(?:(?![的在看查据从和与问说找搜限仅])\\p{Script=Han}){1,8}?(?:${KINDS})`, 'gu');
const NOT_OF_THE_NAME = /^(?:请|想知道|那么?|帮我|我想?|一下|今天|昨天|只|要)+/u;

/** The archive's newspapers that the question names, in the order of the text. */
export function findHeldNames({ text }: WallText, newspapers: readonly string[]): Mention[] {
  const byFolded = new Map(newspapers.map((newspaper) => [fold(newspaper), newspaper]));
  const names = [...byFolded.keys()].filter(Boolean).sort((a, b) => b.length - a.length);
  if (names.length === 0) return [];
  const pattern = new RegExp(names.map(escapePattern).join('|'), 'gu');
  return [...text.matchAll(pattern)].flatMap((found) => {
    const newspaper = byFolded.get(found[0]) ?? found[0];
    const { index } = found;
    if (findHome(newspaper) === null && isOfPlace(text.slice(0, index))) return [];
    return [{ ...withBrackets(text, index, index + found[0].length), newspaper, isHeld: true }];
  });
}

/** Newspapers that the archive does not hold, by the look of their names. */
export function findOtherNames({ typed, text }: WallText): Mention[] {
  const bracketed = [...text.matchAll(BRACKETED)].map(({ 0: all, index }) => ({
    newspaper: typed.slice(index + 1, index + all.length - 1),
    start: index,
    end: index + all.length,
    isHeld: false,
  }));
  let searched = text.replace(BRACKETED, (name) => ' '.repeat(name.length));
  for (const { start, end } of findTimesOf(text)) {
    searched = `${searched.slice(0, start)}${' '.repeat(end - start)}${searched.slice(end)}`;
  }
  const bare = [...searched.matchAll(BARE)].map(({ 0: all, index }) => {
    const start = index + (NOT_OF_THE_NAME.exec(all)?.[0].length ?? 0);
    const end = index + all.length;
    return { newspaper: typed.slice(start, end), start, end, isHeld: false };
  });
  return [...bracketed, ...bare];
}

function withBrackets(text: string, start: number, end: number): Span {
  return text[start - 1] === '《' && text[end] === '》' ? { start: start - 1, end: end + 1 } : { start, end };
}

/** 山西 before 经济日报 makes it another newspaper. */
function isOfPlace(before: string): boolean {
  return [2, 3, 4].some((length) => {
    const word = before.slice(-length);
    return word.length === length && lookUpPlace(word).codes.length > 0;
  });
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
