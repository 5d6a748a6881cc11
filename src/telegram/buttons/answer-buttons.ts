import * as wording from '../../domain/wording/telegram-answers.js';
import type { SourceGroup } from '../render-answer.js';
import type { Button } from './action.js';
import { wholeArticle } from './article-buttons.js';

/** A question that goes on from an answer, under a short label. */
export type Suggestion = { label: string; question: string; askedOn: string };

/** So many articles have buttons of their own; more of them share one button. */
const SOURCES_SHOWN = 4;
const MARKS_SHOWN = 3;
const ROWS = 4;
const SUGGESTIONS_A_ROW = 2;

/** The rows under an answer, four at most: quotes, whole articles, questions that go on, more results and the verdict. */
export function layOutButtons(
  sources: readonly SourceGroup[],
  suggestions: readonly Suggestion[],
  answerId: number,
): Button[][] {
  const above = sourceRows(sources);
  const last = [moreResults(answerId), ...judgeButtons(answerId)];
  return [...above, ...suggestionRows(suggestions, ROWS - above.length - 1), last];
}

function sourceRows(sources: readonly SourceGroup[]): Button[][] {
  const quotes = sources.map((source) => quoteButton(shortNumbers(source), source.citations));
  const articles = sources.map((source) =>
    wholeArticle(source.citations[0]?.articleId ?? '', shortNumbers(source)),
  );
  if (sources.length === 0) return [];
  if (sources.length === 1) return [[...quotes, ...articles]];
  if (sources.length <= SOURCES_SHOWN) return [quotes, articles];
  const all = sources.flatMap(({ citations }) => citations);
  return [[{ ...quoteButton('', all), text: wording.allQuotesButton(all.length) }]];
}

/** [1][2][3], or [1]…[7] where they would not fit a button. */
function shortNumbers({ numbers, citations }: SourceGroup): string {
  return citations.length > MARKS_SHOWN ? `[${citations[0]?.n}]…[${citations.at(-1)?.n}]` : numbers;
}

const quoteButton = (numbers: string, citations: SourceGroup['citations']): Button => ({
  text: wording.quoteButton(numbers),
  action: {
    kind: 'quotes',
    quotes: citations.map(({ n, articleId, start, end }) => ({ n, articleId, start, end })),
  },
});

function suggestionRows(suggestions: readonly Suggestion[], rows: number): Button[][] {
  const buttons = suggestions.map(
    ({ label, question, askedOn }): Button => ({ text: label, action: { kind: 'ask', question, askedOn } }),
  );
  const aRow = Math.max(SUGGESTIONS_A_ROW, Math.ceil(buttons.length / Math.max(rows, 1)));
  const laid: Button[][] = [];
  for (let start = 0; start < buttons.length; start += aRow) laid.push(buttons.slice(start, start + aRow));
  return laid.slice(0, rows);
}

/** What the search found besides. */
export const moreResults = (answerId: number): Button => ({
  text: wording.moreButton(),
  action: { kind: 'more', answerId, from: 0 },
});

export const judgeButtons = (answerId: number): Button[] =>
  (['up', 'down'] as const).map((verdict) => ({
    text: wording.VERDICT_SIGNS[verdict],
    action: { kind: 'judge', answerId, verdict },
  }));
