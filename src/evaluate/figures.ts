import { UNANSWERABLE } from './gold-question.js';
import type { Judged } from './judge-answer.js';
import type { Retrieval } from './rank-gold.js';

/** One question, asked and judged. */
export type Outcome = Judged & {
  id: string;
  kind: string;
  question: string;
  found: boolean;
  answer: string;
  /** null: nothing to find. */
  retrieval: Retrieval | null;
  /** Milliseconds that the answer took. */
  ms: number;
};

/** Shares are 0 to 1; null where there is nothing to count. */
export type Figures = {
  questions: number;
  /** Share of the searches whose first article is a right one. */
  hit1: number | null;
  /** Mean share of the things wanted among the first five articles. */
  recall5: number | null;
  /** Mean of 1 / rank of the first right article, 0 beyond the tenth. */
  mrr10: number | null;
  right: number;
  /** Share of the unanswerable questions that were refused. */
  refused: number | null;
  citedSentences: number | null;
  exactQuotes: number | null;
  medianChars: number | null;
  medianMs: number | null;
};

const MRR_WITHIN = 10;

/** Enumerations are as long as what they enumerate: their length says nothing of brevity. */
const ENUMERATING = ['list', 'partial'];

/** Outcomes of one kind or of all → the figures that stand for them. */
export function computeFigures(outcomes: readonly Outcome[]): Figures {
  const searches = outcomes.flatMap(({ retrieval }) => retrieval ?? []);
  const unanswerable = outcomes.filter(({ kind }) => kind === UNANSWERABLE);
  const brief = outcomes.filter(({ found, kind }) => found && !ENUMERATING.includes(kind));
  return {
    questions: outcomes.length,
    hit1: mean(searches.map(({ rank }) => Number(rank === 1))),
    recall5: mean(searches.map(({ recall5 }) => recall5)),
    mrr10: mean(searches.map(({ rank }) => (rank === null || rank > MRR_WITHIN ? 0 : 1 / rank))),
    right: mean(outcomes.map(({ right }) => Number(right))) ?? 0,
    refused: mean(unanswerable.map(({ refused }) => Number(refused))),
    citedSentences: share(outcomes, 'citedSentences', 'sentences'),
    exactQuotes: share(outcomes, 'exactQuotes', 'citations'),
    medianChars: median(brief.map(({ answer }) => answer.length)),
    medianMs: median(outcomes.map(({ ms }) => ms)),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

type Count = 'sentences' | 'citedSentences' | 'citations' | 'exactQuotes';

function share(outcomes: readonly Outcome[], part: Count, whole: Count): number | null {
  const total = sum(outcomes.map((outcome) => outcome[whole]));
  return total === 0 ? null : sum(outcomes.map((outcome) => outcome[part])) / total;
}

/** Of an even number the upper one of the two in the middle. */
function median(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
