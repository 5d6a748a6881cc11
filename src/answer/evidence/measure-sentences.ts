import type { Hit } from '../../domain/answer.js';
import type { Query } from '../../domain/query.js';
import { createValueFinder } from '../../search/find-value.js';
import { sayAsPrinted } from '../../text/same-meaning.js';
import { shareOfPairs } from '../../text/shared-characters.js';
import type { Span } from '../../text/split-sentences.js';
import { type ArticleWords, createArticleWords } from './article-words.js';
import type { MeasuredSentence } from './evidence.js';
import type { SentenceFeatures } from './features.js';
import { judgeTime, weighTimes } from './judge-time.js';
import type { Keyword } from './keyword-weights.js';
import { locateAnswers } from './locate-answer.js';
import { createFigureMeasure } from './measure-figures.js';

/** So many sentences, those that reach most of the question, are measured closely. */
const MEASURED = 80;
/** What the hit counts beside the words in choosing them. */
const HIT_SHARE = 0.25;
/** Values of a sentence beyond these are not compared. */
const VALUES = 6;
const MARKS = /[^\p{L}\p{N}]/gu;
/** What stands right before an answer of each kind. */
const CUES: Partial<Record<Query['kind'], RegExp>> = {
  number: /[达为至共约近超破到有是]|完成|增|降|同比|总/u,
  when: /[于在自从至将起]/u,
  where: /[在于至往赴]|抵达|位于/u,
  who: /由|[主导饰]演|执导|任|长|席|冠军|记|[是为]/u,
  what: /[为是叫]|称|名|因|《|“/u,
};
const CUE_REACH = 6;
const IS_QUESTION = /[？?]|吗$/u;
const LONG = 200;

type Place = { words: ArticleWords; hit: Hit; rank: number; ordinal: number; coverage: number };

/** The sentences of the articles that were found, those that reach most of the question, each measured. */
export function measureSentences(
  query: Query,
  keywords: readonly Keyword[],
  hits: readonly Hit[],
): MeasuredSentence[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) if (!best.has(hit.article.articleId)) best.set(hit.article.articleId, hit);
  const measure = createMeasure(query, keywords);
  return [...best.values()]
    .flatMap((hit, rank) => placesOf(hit, rank, keywords))
    .sort((a, b) => b.coverage + HIT_SHARE * b.hit.score - (a.coverage + HIT_SHARE * a.hit.score))
    .slice(0, MEASURED)
    .map(measure);
}

function placesOf(hit: Hit, rank: number, keywords: readonly Keyword[]): Place[] {
  const words = createArticleWords(hit.article, keywords);
  return words.spans.map((_, ordinal) => ({
    words,
    hit,
    rank,
    ordinal,
    coverage: share(words.inReach(ordinal), keywords),
  }));
}

function createMeasure(query: Query, keywords: readonly Keyword[]): (place: Place) => MeasuredSentence {
  const findValues = createValueFinder(query);
  const subject = sayAsPrinted(query.subject);
  const asked = keywords.findLastIndex(({ isGeneric }) => !isGeneric);
  const total = keywords.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const figures = new Map<ArticleWords, ReturnType<typeof createFigureMeasure>>();
  return ({ words, hit, rank, ordinal, coverage }) => {
    const { article } = words;
    const text = words.texts[ordinal] ?? '';
    const located = locateAnswers(text, keywords, findValues(text)).slice(0, VALUES);
    const [likeliest] = located;
    const answerAt = likeliest?.span ?? { start: 0, end: text.length };
    const hasValue = likeliest?.isValue ?? false;
    const near = likeliest?.near ?? 0;
    const { time, told } = judgeTime(query, article, words.texts, ordinal);
    const timeWeight = weighTimes(query, article);
    const measureFigures = figures.get(words) ?? createFigureMeasure(query, words);
    figures.set(words, measureFigures);
    const bare = (words.folded[ordinal] ?? '').replace(MARKS, '');
    const { kind } = query;
    const context = words.inContext(ordinal);
    const reach = words.inReach(ordinal);
    const features: SentenceFeatures = {
      inSentence: share(words.inSentence(ordinal), keywords),
      inContext: share(context, keywords),
      inReach: coverage,
      missing: heaviestMissing(reach, keywords),
      pairs: shareOfPairs(subject, bare),
      value: hasValue ? 1 : 0,
      noValue: !hasValue && ['number', 'when', 'who'].includes(kind) ? 1 : 0,
      near,
      asked: likeliest?.asked ?? 0,
      askedSaid: asked < 0 ? 1 : (words.inSentence(ordinal)[asked] ?? 0),
      cue: CUES[kind]?.test(text.slice(Math.max(0, answerAt.start - CUE_REACH), answerAt.start)) ? 1 : 0,
      timeFits: time === 'fits' ? 1 : 0,
      dayFits: told.some(({ from, to }) => from === to) ? coverage : 0,
      monthFits: told.some(({ from, to }) => from !== to && from.slice(0, 7) === to.slice(0, 7))
        ? coverage
        : 0,
      countedFits: told.some(({ relative }) => relative) ? coverage : 0,
      timeDiffers: time === 'differs' ? 1 : 0,
      ...measureFigures(ordinal, answerAt.end),
      hit: hit.score,
      rank: 1 / (1 + rank),
      lead: ordinal === 0 ? 1 : 0,
      long: Math.min(1, text.length / LONG),
      isQuestion: IS_QUESTION.test(text) ? 1 : 0,
      agreement: 0,
    };
    return {
      hit,
      article,
      places: hit.places,
      span: words.spans[ordinal] as Span,
      text,
      ordinal,
      coverage: (coverage * total + (time === 'fits' ? timeWeight : 0)) / (total + timeWeight),
      time,
      values: hasValue ? located.map(({ span }) => span) : [],
      answerAt,
      features,
    };
  };
}

/** Of the keywords' weight the share that is present; 1 where there is none to be. */
function share(presences: readonly number[], keywords: readonly Keyword[]): number {
  const all = keywords.reduce((sum, { weight }) => sum + weight, 0);
  const held = keywords.reduce((sum, { weight }, index) => sum + weight * (presences[index] ?? 0), 0);
  return all ? held / all : 1;
}

/** The weight of the heaviest word that is not there, as a share of the heaviest of all. */
function heaviestMissing(presences: readonly number[], keywords: readonly Keyword[]): number {
  const most = Math.max(...keywords.map(({ weight }) => weight));
  return keywords.reduce(
    (worst, { weight, isGeneric }, index) =>
      isGeneric ? worst : Math.max(worst, (weight / most) * (1 - (presences[index] ?? 0))),
    0,
  );
}
