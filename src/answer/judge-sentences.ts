import type { Hit } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { Query } from '../domain/query.js';
import { timeFit } from '../search/time-fit.js';
import { shortenPlace } from '../text/find-places.js';
import { fold } from '../text/fold.js';
import { splitSentences } from '../text/split-sentences.js';
import type { Evidence } from './evidence.js';
import { createValueFinder } from './find-value.js';
import type { Keyword } from './keyword-weights.js';

/** What a keyword counts by where it stands, seen from the sentence. */
const IN_SENTENCE = 1;
const IN_HEADLINE = 0.85;
const BESIDE = 0.8;
const IN_LEAD = 0.7;
const IN_ARTICLE = 0.35;
/** What a word counts of which only the characters are there. */
const SHORTENED = 0.7;
/** What is added to a sentence's coverage. */
const VALUE_BONUS = 0.2;
const HIT_BONUS = 0.25;

/** Every sentence of the articles that were found, judged for the question, best first. */
export function judgeSentences(query: Query, keywords: readonly Keyword[], hits: readonly Hit[]): Evidence[] {
  const holdsValue = createValueFinder(query);
  const bestOfArticle = new Map<string, Hit>();
  for (const hit of hits)
    if (!bestOfArticle.has(hit.article.articleId)) bestOfArticle.set(hit.article.articleId, hit);
  const top = hits[0]?.score || 1;
  return [...bestOfArticle.values()]
    .flatMap((hit) => judgeArticle(query, keywords, hit.article, (HIT_BONUS * hit.score) / top, holdsValue))
    .sort((a, b) => b.score - a.score);
}

function judgeArticle(
  query: Query,
  keywords: readonly Keyword[],
  article: Article,
  hitBonus: number,
  holdsValue: (sentence: string) => boolean,
): Evidence[] {
  const spans = splitSentences(article.body);
  const texts = spans.map(({ start, end }) => article.body.slice(start, end));
  const folded = texts.map(fold);
  const places = createPlaceFinder(article, folded);
  const subject = judgeSubject(keywords, [fold(nameArticle(article)), ...folded].join('\n'));
  const total = keywords.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return spans.map((span, ordinal) => {
    const text = texts[ordinal] ?? '';
    const covered = keywords.reduce((sum, { text: word, weight }) => sum + weight * places(word, ordinal), 0);
    const coverage = covered / total;
    const value = holdsValue(text);
    return {
      article,
      span,
      text,
      ordinal,
      coverage,
      subject,
      holdsValue: value,
      score: coverage + (value ? VALUE_BONUS : 0) + hitBonus,
      time: judgeTime(query, article, texts, ordinal),
    };
  });
}

/** Headline, place and people of an article: what each of its sentences is about without saying so. */
function nameArticle({ newspaper, kicker, headline, subheadline, column, byline }: Article): string {
  return [newspaper, kicker, headline, subheadline, column, byline].filter(Boolean).join('\n');
}

/** The weight of the question's names and nouns that stand anywhere in the article, as a share of all of them. */
function judgeSubject(keywords: readonly Keyword[], whole: string): number {
  const subjects = keywords.filter(({ isSubject }) => isSubject);
  const total = subjects.reduce((sum, { weight }) => sum + weight, 0);
  const present = subjects.reduce((sum, { text, weight }) => sum + weight * presence(whole, text), 0);
  return total ? present / total : 1;
}

/** How well a word is present for the sentence at an ordinal, 0 to 1: in it, beside it, in headline, lead or elsewhere. */
function createPlaceFinder(
  article: Article,
  folded: readonly string[],
): (word: string, ordinal: number) => number {
  const headline = fold(nameArticle(article));
  const lead = `${folded[0] ?? ''}\n${folded[1] ?? ''}`;
  const body = folded.join('\n');
  return (word, ordinal) => {
    const beside = [folded[ordinal - 1], folded[ordinal + 1], folded[ordinal - 2]].join('\n');
    return Math.max(
      IN_SENTENCE * presence(folded[ordinal] ?? '', word),
      IN_HEADLINE * presence(headline, word),
      BESIDE * presence(beside, word),
      IN_LEAD * presence(lead, word),
      IN_ARTICLE * presence(body, word),
    );
  };
}

/** 家暴 stands for 家庭暴力: its characters follow each other closely. */
function isShortFor(text: string, [first = '', second = '']: string): boolean {
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (text.slice(at + 1, at + 4).includes(second)) return true;
  }
  return false;
}

/** 1 where the word (or the short form of a place) stands in the text, else the share of its character pairs that do. */
function presence(text: string, word: string): number {
  if (text.includes(word) || (word.length >= 3 && text.includes(shortenPlace(word)))) return 1;
  if (word.length < 2 || /^[\d.]+$/u.test(word)) return 0;
  if (word.length === 2) return isShortFor(text, word) ? SHORTENED : 0;
  let found = 0;
  for (let i = 0; i + 2 <= word.length; i++) if (text.includes(word.slice(i, i + 2))) found++;
  return (0.8 * found) / (word.length - 1);
}

/**
 * A dated article's sentence is of the time that itself or the issue date tells; in an undated one the sentences
 * around it tell the time as well.
 */
function judgeTime(
  query: Query,
  article: Article,
  texts: readonly string[],
  ordinal: number,
): Evidence['time'] {
  if (!query.times.length) return 'any';
  const telling = article.issueDate
    ? [texts[ordinal] ?? '']
    : texts.slice(Math.max(0, ordinal - 3), ordinal + 2);
  const fits = query.times.map((time) => timeFit(time, article, telling.join('\n')));
  if (fits.includes('fits')) return 'fits';
  return fits.includes('unknown') ? 'unknown' : 'differs';
}
