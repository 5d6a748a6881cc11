import type { Article } from '../../domain/article.js';
import type { Place } from '../../domain/query.js';
import { fold } from '../../text/fold.js';
import { placesMeet } from '../../text/places/containment.js';
import { lookUpPlace } from '../../text/places/look-up-place.js';
import { isCutInWord } from '../../text/words.js';

/** A word as it is looked for: its folded forms, and the place that it names. */
export type FollowedWord = { forms: readonly string[]; place: Place };

/** Words divided by one space → what is looked for. */
export function readFollowedWords(words: string): FollowedWord[] {
  return words.split(' ').map((word) => {
    const place = lookUpPlace(word);
    return { forms: [...new Set([fold(word), fold(place.name)])], place };
  });
}

/** What of an article is looked at. */
export type ReadableArticle = { text: string; codes: readonly string[] };

/** `codes`: the divisions that the article names. */
export function toReadable(article: Article, codes: readonly string[]): ReadableArticle {
  const { kicker, headline, subheadline, body } = article;
  return { text: fold([kicker, headline, subheadline, body].join('\n')), codes };
}

/**
 * Whether the article holds all words. A place is also held where the article names it or one inside it in other words, as
 * in the archive's filter.
 */
export function fitsWords(article: ReadableArticle, words: readonly FollowedWord[]): boolean {
  return words.every(
    ({ forms, place }) =>
      placesMeet(place, article.codes) || forms.some((form) => standsAsWord(article.text, form)),
  );
}

/** Not where it is only the end of one word and the beginning of the next: 农民生活 does not speak of 民生. */
function standsAsWord(text: string, word: string): boolean {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    const isCut = (at: number) => isCutInWord(text.slice(0, at), text.slice(at));
    if (!isCut(start) || !isCut(end)) return true;
  }
  return false;
}
