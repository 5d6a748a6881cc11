import * as wording from '../../domain/wording/telegram-follows.js';
import { isStopWord } from '../../text/stop-words.js';

const MOST_WORDS = 6;
const LONGEST_WORD = 20;
/** 县 or 李 stands in every other article. */
const SHORTEST_WORD = 2;

const MARKS_AROUND = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/** The words of a follow divided by one space, each once and without the marks around it; or what is wrong with them, a sentence. */
export function parseFollowWords(text: string): { words: string } | { fault: string } {
  const written = text
    .normalize('NFKC')
    .split(/[\s,、;]+/u)
    .map((word) => word.replace(MARKS_AROUND, ''))
    .filter((word) => word !== '' && !isStopWord(word));
  const words = [...new Set(written)];
  if (words.length === 0) return { fault: wording.followWordsMissing() };
  const lengths = words.map((word) => Array.from(word).length);
  const short = words[lengths.findIndex((length) => length < SHORTEST_WORD)];
  if (short !== undefined) return { fault: wording.followWordTooShort(short) };
  if (words.length > MOST_WORDS || Math.max(...lengths) > LONGEST_WORD) {
    return { fault: wording.followTooLong(MOST_WORDS, LONGEST_WORD) };
  }
  return { words: words.join(' ') };
}
