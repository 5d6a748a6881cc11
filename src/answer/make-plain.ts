import type { Article } from '../domain/article.js';
import { inBrackets } from '../domain/wording/answers.js';
import { formatDay } from '../domain/wording/day.js';
import { findTimes } from '../text/find-times.js';
import type { Span } from '../text/split-sentences.js';
import { tagWords } from '../text/words.js';

/** Something to be said inside a text, at a UTF-16 offset of it. */
type Addition = { at: number; words: string };

const DAY_OF_YEAR = /(?<![\d年月])\d{1,2}月(?:\d{1,2}[日号])?/gu;
const YEAR = /(?<!\d)((?:19|20)\d{2})\s*年/gu;
const SPOKEN_DAY = /^(?:[昨今明前]|当)[天日晚]|^今晨|^(?:上|本|这)?(?:周|星期)[一二三四五六日天]$/u;
const THAT_PLACE = /该([省市区县旗镇乡村])/gu;
/** How far before the claim a place is looked for. */
const REACH = 400;

/**
 * A claim as it is shown: the printed words, with what they leave to be understood added in brackets. The year of a day
 * and the day of 昨日 where a time is asked for, the name of 该县. The words themselves are never changed, and nothing is
 * added that the article does not settle. A last mark that led on to what is not shown is left out.
 */
export function makePlain(article: Article, span: Span, asksTime: boolean): string {
  const text = article.body.slice(span.start, span.end);
  const additions = [
    ...(asksTime ? tellTimes(article, text, span) : []),
    ...tellPlaces(article.body, text, span),
  ];
  const plain = additions
    .sort((a, b) => b.at - a.at)
    .reduce((told, { at, words }) => told.slice(0, at) + inBrackets(words) + told.slice(at), text);
  return dropLastMark(plain);
}

/** What is shown by itself needs no mark that led on to more; its quote keeps it. */
export const dropLastMark = (text: string): string => text.replace(/[，,；;、]\s*$/u, '');

function tellTimes(article: Article, text: string, span: Span): Addition[] {
  if (article.issueDate === null) return tellYears(article.body, text, span);
  let told = '';
  return findTimes(text, article.issueDate, { in: 'article' }).flatMap(
    ({ text: words, start, end, from, to }) => {
      if (SPOKEN_DAY.test(words)) return from === to ? [{ at: end, words: formatDay(from) }] : [];
      const year = from.slice(0, 4);
      // Behind 将于8月18日 a reader takes 8月底 for the same year, not for the one before.
      if (words.search(DAY_OF_YEAR) !== 0 || goesOn(text, start) || year < told) return [];
      told = year;
      return [{ at: start, words: `${year}年` }];
    },
  );
}

/** 2月7日、2月14日, 2月7日至9日, 4月至7月: the year of the first is that of all. */
const goesOn = (text: string, at: number): boolean => /[日号月][、至和到—-]$/u.test(text.slice(0, at));

/** In an undated article the year is known where no other is spoken of. */
function tellYears(body: string, text: string, { start }: Span): Addition[] {
  const years = new Set([...body.matchAll(YEAR)].map(([, year]) => year));
  const [year] = years;
  if (years.size !== 1 || year === undefined || !body.slice(0, start + text.length).includes(year)) return [];
  return [...text.matchAll(DAY_OF_YEAR)]
    .filter(({ index }) => !goesOn(text, index))
    .map(({ index }) => ({ at: index, words: `${year}年` }));
}

/** 该县 → the last county that the article named before it. */
function tellPlaces(body: string, text: string, { start }: Span): Addition[] {
  return [...text.matchAll(THAT_PLACE)].flatMap(({ index, 0: words, 1: kind = '' }) => {
    const before = body.slice(Math.max(0, start + index - REACH), start + index);
    const named = tagWords(before).findLast(
      ({ word, tag }) => tag === 'ns' && word.length >= 2 && word.endsWith(kind),
    );
    return named && !text.slice(0, index).includes(named.word)
      ? [{ at: index + words.length, words: named.word }]
      : [];
  });
}
