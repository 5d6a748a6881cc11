import type { OpenedApp } from '../domain/opened-app.js';
import type { Question } from '../domain/query.js';
import { raceWithSignal } from '../system/race-with-signal.js';
import { computeFigures, type Figures, type Outcome } from './figures.js';
import { findGold, type Gold } from './find-gold.js';
import type { GoldQuestion } from './gold-question.js';
import { judgeAnswer } from './judge-answer.js';
import { rankGold } from './rank-gold.js';

export type Evaluation = {
  all: Figures;
  /** In the order in which the kinds first come. */
  kinds: Map<string, Figures>;
  /** Questions that were not answered right, or not refused though the archive holds no answer. */
  failed: Outcome[];
  /** How many questions name something to find that no article of the archive is. */
  missing: number;
};

type EvaluateWatch = { onProgress: (done: number, total: number) => void; signal: AbortSignal };

/** So many hits hold the ten distinct articles that the figures look at, also where long articles come in pieces. */
const HITS = 20;

/** Asks and searches each question by itself, one after the other, and counts what came of it. */
export async function evaluate(
  { archive, service }: Pick<OpenedApp, 'archive' | 'service'>,
  questions: readonly GoldQuestion[],
  { onProgress, signal }: EvaluateWatch,
): Promise<Evaluation> {
  const golds = await findGold(questions, archive.listArticles({}));
  const outcomes: Outcome[] = [];
  for (const [index, question] of questions.entries()) {
    signal.throwIfAborted();
    outcomes.push(await tryQuestion({ archive, service }, question, golds[index] ?? null, signal));
    onProgress(outcomes.length, questions.length);
  }
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  return {
    all: computeFigures(outcomes),
    kinds: new Map(kinds.map((kind) => [kind, computeFigures(outcomes.filter((one) => one.kind === kind))])),
    failed: outcomes.filter(({ right }) => !right),
    missing: golds.filter((gold) => gold?.thingOf.size === 0).length,
  };
}

async function tryQuestion(
  { archive, service }: Pick<OpenedApp, 'archive' | 'service'>,
  gold: GoldQuestion,
  wanted: Gold | null,
  signal: AbortSignal,
): Promise<Outcome> {
  const { id, kind } = gold;
  const question: Question = {
    question: gold.question,
    askedOn: gold.askedOn,
    filter: {},
    history: gold.history,
  };
  // A model that does not listen to the signal must not hold the person up.
  const answer = await raceWithSignal(service.ask(question, undefined, signal), signal);
  const hits = wanted === null ? [] : (await service.search(question, HITS)).hits;
  const citedIds = [...new Set(answer.citations.map(({ articleId }) => articleId))];
  const cited = new Map(
    (await archive.loadArticles(citedIds)).map((article) => [article.articleId, article]),
  );
  return {
    id,
    kind,
    question: gold.question,
    found: answer.found,
    answer: answer.answer,
    ...judgeAnswer(gold, answer, cited, wanted),
    retrieval: wanted && rankGold(hits, wanted),
    ms: answer.timings.searchMs + answer.timings.answerMs,
  };
}
