import type { Hit } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { Query, TimeExpression } from '../domain/query.js';
import { createValueFinder } from '../search/find-value.js';
import { timeFit } from '../search/time-fit.js';
import { fold } from '../text/fold.js';
import { splitSentences } from '../text/split-sentences.js';
import type { Evidence } from './evidence.js';
import type { Keyword } from './keyword-weights.js';
import { presence } from './presence.js';

/** What a keyword counts by where it stands, seen from the sentence. */
const IN_SENTENCE = 1;
const IN_HEADLINE = 0.85;
const BESIDE = 0.8;
const IN_LEAD = 0.7;
const IN_ARTICLE = 0.35;
/** Beside words, whose weight is their idf: some 4 to 8 for a name. */
const WEIGHT_OF_DAY = 6;
const WEIGHT_OF_MONTH = 3;
const WEIGHT_OF_YEAR = 1;
/** What is added to a sentence's coverage. */
const VALUE_BONUS = 0.2;
const ASKED_BONUS = 0.1;
const HIT_BONUS = 0.25;

/** Every sentence of the articles that were found, judged for the question, best first. */
export function judgeSentences(query: Query, keywords: readonly Keyword[], hits: readonly Hit[]): Evidence[] {
  const holdsValue = createValueFinder(query);
  const bestOfArticle = new Map<string, Hit>();
  for (const hit of hits)
    if (!bestOfArticle.has(hit.article.articleId)) bestOfArticle.set(hit.article.articleId, hit);
  const top = hits[0]?.score || 1;
  return [...bestOfArticle.values()]
    .flatMap((hit) => judgeArticle(query, keywords, hit, (HIT_BONUS * hit.score) / top, holdsValue))
    .sort((a, b) => b.score - a.score);
}

function judgeArticle(
  query: Query,
  keywords: readonly Keyword[],
  { article, places }: Hit,
  hitBonus: number,
  holdsValue: (sentence: string) => boolean,
): Evidence[] {
  const spans = splitSentences(article.body);
  const texts = spans.map(({ start, end }) => article.body.slice(start, end));
  const folded = texts.map(fold);
  const presenceAt = createPresenceFinder(article, folded);
  const timeWeight = weighTimes(query, article);
  const subject = judgeSubject(keywords, [fold(nameArticle(article)), ...folded].join('\n'), timeWeight);
  const total = keywords.reduce((sum, { weight }) => sum + weight, timeWeight) || 1;
  const asked = query.kind === 'number' ? findAskedWord(keywords) : null;
  const namesAsked = (text: string) => asked !== null && presence(fold(text), asked) >= 0.7;
  return spans.map((span, ordinal) => {
    const text = texts[ordinal] ?? '';
    const time = judgeTime(query, article, texts, ordinal);
    const covered = keywords.reduce(
      (sum, { text: word, weight }) => sum + weight * presenceAt(word, ordinal),
      0,
    );
    const coverage = (covered + (time === 'fits' ? timeWeight : 0)) / total;
    const value = holdsValue(text);
    return {
      article,
      places,
      span,
      text,
      ordinal,
      coverage,
      subject: subject(time),
      holdsValue: value,
      score: coverage + (value ? VALUE_BONUS : 0) + (value && namesAsked(text) ? ASKED_BONUS : 0) + hitBonus,
      time,
    };
  });
}

/** The word whose value is asked for stands last: 实际投资多少钱 → 投资. */
function findAskedWord(keywords: readonly Keyword[]): string | null {
  return keywords.filter(({ isGeneric }) => !isGeneric).at(-1)?.text ?? null;
}

/** Headline, place and people of an article: what each of its sentences is about without saying so. */
function nameArticle({ newspaper, kicker, headline, subheadline, column, byline }: Article): string {
  return [newspaper, kicker, headline, subheadline, column, byline].filter(Boolean).join('\n');
}

/** The weight of the question's names, nouns and times that the article holds, as a share of all of them. */
function judgeSubject(
  keywords: readonly Keyword[],
  whole: string,
  timeWeight: number,
): (time: Evidence['time']) => number {
  const subjects = keywords.filter(({ isSubject }) => isSubject);
  const total = subjects.reduce((sum, { weight }) => sum + weight, timeWeight);
  const present = subjects.reduce((sum, { text, weight }) => sum + weight * presence(whole, text), 0);
  return (time) => (total ? (present + (time === 'fits' ? timeWeight : 0)) / total : 1);
}

/** How well a word is present for the sentence at an ordinal, 0 to 1: in it, beside it, in headline, lead or elsewhere. */
function createPresenceFinder(
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

/**
 * What the question's times weigh beside its words. In an undated article only the text can tell the time, and a day
 * that it names is as rare as a name; the issue date of a dated one fits all of its sentences and proves little.
 */
function weighTimes({ times }: Query, { issueDate }: Article): number {
  const weigh = ({ from, to }: TimeExpression) =>
    from === to ? WEIGHT_OF_DAY : from.slice(0, 7) === to.slice(0, 7) ? WEIGHT_OF_MONTH : WEIGHT_OF_YEAR;
  return times.reduce((sum, time) => sum + (issueDate ? WEIGHT_OF_YEAR : weigh(time)), 0);
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
