import { isGenericWord, isStopWord } from '../../text/stop-words.js';
import { tagWords } from '../../text/words.js';

const NO_NAME = /^(?:u|p|c|r|w|y|d|q)/u;
/** 301路 is a name by itself; 3 of 3号线 is none. */
const COUNTED = /\d\p{Script=Han}$/u;
const ONE_HAN = /^\p{Script=Han}$/u;

/**
 * The words that a thing is named by: 阳曲县民生实事 → 阳曲县, 民生, 实事. What the dictionary cuts into single
 * characters and numbers is left together with its neighbour: 301路, 望河路.
 */
export function nameWords(about: string): string[] {
  const words: string[] = [];
  let open = '';
  for (const { word, tag } of tagWords(about)) {
    const isName = /[\p{L}\p{N}]/u.test(word) && !NO_NAME.test(tag) && !isStopWord(word);
    if (isName && (ONE_HAN.test(word) || tag === 'm')) open += word;
    else if (isName) {
      if (COUNTED.test(open)) open = close(words, open);
      words.push(open + word);
      open = '';
    } else open = close(words, open);
  }
  close(words, open);
  const telling = words.filter((word) => !isGenericWord(word));
  return [...new Set(telling.length ? telling : words)];
}

/** A rest belongs to the word before it: 融合 + 园. */
function close(words: string[], rest: string): string {
  const last = words.length - 1;
  if (rest.length > 1 || (rest && last < 0)) words.push(rest);
  else if (rest) words[last] += rest;
  return '';
}
