import { shortenPlace } from '../../text/places/shorten-name.js';
import { otherWordsFor } from '../../text/same-meaning.js';

/** What another word for the same counts. */
const SAID_OTHERWISE = 0.8;
/** What a word counts of which only the characters are there. */
const SHORTENED = 0.7;
/** The most that a longer word counts of which only parts are there. */
const IN_PARTS = 0.8;

/** 家暴 stands for 家庭暴力: its characters follow each other closely. */
function isShortFor(text: string, [first = '', second = '']: string): boolean {
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (text.slice(at + 1, at + 4).includes(second)) return true;
  }
  return false;
}

/** 1 where the word (or the short form of a place) stands in the text, else the share of its character pairs that do. */
export function presence(text: string, word: string): number {
  if (text.includes(word) || (word.length >= 3 && text.includes(shortenPlace(word)))) return 1;
  if (otherWordsFor(word).some((other) => text.includes(other))) return SAID_OTHERWISE;
  if (word.length < 2 || /^[\d.]+$/u.test(word)) return 0;
  if (word.length === 2) return isShortFor(text, word) ? SHORTENED : 0;
  let found = 0;
  for (let i = 0; i + 2 <= word.length; i++) if (text.includes(word.slice(i, i + 2))) found++;
  return (IN_PARTS * found) / (word.length - 1);
}
