import type { Query } from '../../domain/query.js';
import { findNumbers } from '../../text/numbers.js';
import type { ArticleWords } from './article-words.js';
import type { SentenceFeatures } from './features.js';

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;
/** A year as a text tells it: 2022年, 2022-01, 2022赛季. */
const TOLD_YEAR = /(?<!\d)((?:19|20)\d{2})(?=\s*年|[-/.]\d|\p{Script=Han})/gu;
/** Sentences before this one that tell its year. */
const TELLING = 3;

type FigureFeatures = Pick<SentenceFeatures, 'yearSaid' | 'yearAsked' | 'yearOther' | 'numbersInArticle'>;

/** Measures, for each sentence of an article, how the years and numbers of the question stand in and around it. */
export function createFigureMeasure(query: Query, words: ArticleWords) {
  const years = [...new Set(query.text.match(YEAR) ?? [])];
  const numbers = findNumbers(query.text).filter((number) => !isYear(number));
  // What a dated article says without a year is of the year of its issue.
  const printed = words.article.issueDate?.slice(0, 4) ?? null;
  const whole = [words.above, ...words.folded].join('\n');
  const held = new Set(numbers.length ? findNumbers(whole) : []);
  return (ordinal: number, answerEnd: number): FigureFeatures => {
    const around = words.texts.slice(Math.max(0, ordinal - 2), ordinal + 2).join('\n');
    const before = words.texts.slice(Math.max(0, ordinal - TELLING), ordinal).join('');
    const told = years.length
      ? (findLastYear(before + (words.texts[ordinal] ?? '').slice(0, answerEnd)) ?? printed)
      : null;
    return {
      yearSaid: share(years, (year) => year === printed || around.includes(year)),
      yearAsked: told !== null && years.includes(told) ? 1 : 0,
      yearOther: told !== null && !years.includes(told) ? 1 : 0,
      numbersInArticle: share(numbers, (number) => held.has(number)),
    };
  };
}

/** A year without 年 (2022和2023年) is a time, not a name. */
export const isYear = (number: number): boolean =>
  Number.isInteger(number) && number >= 1900 && number < 2100;

const findLastYear = (text: string): string | null => [...text.matchAll(TOLD_YEAR)].at(-1)?.[1] ?? null;

/** 1 where there is nothing to hold. */
function share<Item>(all: readonly Item[], holds: (item: Item) => boolean): number {
  return all.length ? all.filter(holds).length / all.length : 1;
}
