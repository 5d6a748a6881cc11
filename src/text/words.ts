import { dictionary } from './dictionary.js';
import { fold } from './fold.js';
import { cutFoldedNumbers } from './number-terms.js';
import { fromPairKey, HALF_CHARACTER, PAIR_MARK } from './pair-key.js';

const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Of single UTF-16 units what the pattern says, 1 for yes and 2 for no, once it was asked. */
const units = new Uint8Array(0x10000);

function holdsUnit(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (units[unit] === 0) units[unit] = HAS_LETTER_OR_DIGIT.test(character) ? 1 : 2;
  return units[unit] === 1;
}

/** Whether a UTF-16 unit is one of the usual Chinese characters. */
export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
const HAN = /\p{Script=Han}/u;
/** No Chinese character is below. */
const LATIN = 0x2e7f;
/** What names of places end in; other words need not be looked up. */
const KINDS = '镇乡道木县区市旗州盟省';
/** A name of places has hardly more parts than these. */
const PARTS = 8;

/** Folded words in the finest useful cut: 民生实事 → 民生, 实事, 民生实事 where the dictionary has them; 黄寨镇 → 黄寨 too. */
export function cutForSearch(text: string): string[] {
  return cutFolded(fold(text));
}

function cutFolded(folded: string): string[] {
  const { jiebaFor, shortNameOf } = dictionary();
  const words: string[] = [];
  for (const word of jiebaFor(folded).cutForSearch(folded, true)) {
    // Most words are told by their first character, and most others are a mark.
    if (!isHan(word.charCodeAt(0)) && !(word.length === 1 ? holdsUnit(word) : HAS_LETTER_OR_DIGIT.test(word)))
      continue;
    const short = word.length > 2 && KINDS.includes(word.charAt(word.length - 1)) && shortNameOf(word);
    // Parts that the dictionary knows stand right before their word.
    if (short && !words.slice(-PARTS).includes(short)) words.push(short);
    words.push(word);
  }
  return words;
}

export const isPair = (term: string): boolean => term.charCodeAt(0) === PAIR_MARK;
/** _阳曲 → 阳曲 */
export const bareOfPair = (term: string): string => term.slice(1);

/** Every pair of neighbouring Chinese characters, marked: 阳曲县 → _阳曲, _曲县. Finds what the dictionary cuts wrongly. */
export function cutPairs(text: string): string[] {
  return cutFoldedPairs(fold(text));
}

function cutFoldedPairs(folded: string): string[] {
  const pairs: string[] = [];
  for (const [run] of folded.matchAll(HAN_RUN)) {
    for (let i = 1; i < run.length; i++) {
      pairs.push(String.fromCharCode(PAIR_MARK, run.charCodeAt(i - 1), run.charCodeAt(i)));
    }
  }
  return pairs;
}

/** The terms under which a text is indexed, each as often as it stands there. Words, pairs, numbers is their order. */
export type IndexTerms = {
  /** Where there are pairs with half a character in them, which is no number, all pairs stand behind the words. */
  words: readonly string[];
  /** By their keys: see `toPairKey`. */
  pairs: readonly number[];
  numbers: readonly string[];
};

export function indexTerms(text: string): IndexTerms {
  const folded = fold(text);
  const words = cutFolded(folded);
  const numbers = cutFoldedNumbers(folded);
  if (HALF_CHARACTER.test(folded)) return { words: words.concat(cutFoldedPairs(folded)), pairs: [], numbers };
  return { words, pairs: numberPairs(folded), numbers };
}

/** All as strings. */
export const listTerms = ({ words, pairs, numbers }: IndexTerms): string[] => [
  ...words,
  ...pairs.map(fromPairKey),
  ...numbers,
];

/** Ten times as fast as making strings, and there is a pair for every character of the archive. */
function numberPairs(folded: string): number[] {
  const pairs: number[] = [];
  let before = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    const isInRun = isHan(unit) || (unit > LATIN && HAN.test(folded.charAt(i)));
    if (isInRun && before > 0) pairs.push((before << 16) | unit);
    before = isInRun ? unit : 0;
  }
  return pairs;
}

/** So many characters on each side of a seam decide whether a word stands across it. */
const SEAM = 8;

/**
 * Whether a dictionary word or a number stands across the seam of two pieces of text: 引导优|质资本. Of pieces
 * cut at random in news text half are found so, of pieces that do not belong together one in thirty (5,000 pairs each).
 */
export function isCutInWord(before: string, after: string): boolean {
  const head = before.slice(-SEAM);
  const tail = after.slice(0, SEAM);
  if (/\d$/u.test(head) && /^[\d.%％万亿元年月日时分]/u.test(tail)) return true;
  const seam = head + tail;
  let end = 0;
  for (const word of dictionary().jiebaFor(seam).cut(seam, false)) {
    const start = end;
    end += word.length;
    if (end > head.length) return start < head.length && HAS_LETTER_OR_DIGIT.test(word);
  }
  return false;
}

/** Characters that often begin a sentence as words of their own; another one alone is the rest of a word. */
const WORDS_ALONE =
  '在从为对今近这那我他她它您你咱有据当与由以如每让把到是一二三四五六七八九十百千万两几多自走看也就但而却不没若因虽只要将被给又再还已曾正可能会应该需须全各某本该此其大小上中早晚春夏秋冬年月日时后前昨问答老新好谁何哪怎进出来去听说吃喝住行想爱愿望笑哭用做干靠据经按照同和跟比向往随于即既且并或及则乃亦凡连除山水天地人家路河城村';

/**
 * Whether a text begins in the middle of a word: its first word is one character that begins no sentence (业见习基地,
 * the rest of 就业见习基地). Nothing is said where it begins with a whole word.
 */
export function isCutAtStart(text: string): boolean {
  const first = text.slice(0, SEAM);
  if (/^[，。、；：！？”’）)》]/u.test(first)) return true;
  if (!/^\p{Script=Han}/u.test(first)) return false;
  const [word] = dictionary().jiebaFor(first).cut(first, true);
  return word?.length === 1 && !WORDS_ALONE.includes(word);
}

export type TaggedWord = {
  word: string;
  /** Part of speech in jieba's letters: n noun, nr person, ns place, v verb, m number, … */
  tag: string;
};

/** Words in reading order; together they are the folded text. */
export function cutWords(text: string): string[] {
  const folded = fold(text);
  return dictionary().jiebaFor(folded).cut(folded, true);
}

/** The same words with their parts of speech; together they are the folded text. */
export function tagWords(text: string): TaggedWord[] {
  const folded = fold(text);
  return dictionary()
    .jiebaFor(folded)
    .tag(folded, true)
    .map(({ word, tag }) => ({ word, tag }));
}
