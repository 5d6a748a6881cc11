import type { Answer } from '../../domain/answer.js';
import type { Question } from '../../domain/query.js';
import { noArchiveQuestion } from '../../domain/wording/answers.js';
import { formatSourceLine } from '../../domain/wording/source-line.js';
import type { Button } from '../buttons/action.js';
import { judgeButtons, layOutButtons, moreResults } from '../buttons/answer-buttons.js';
import { wholeArticle } from '../buttons/article-buttons.js';
import { describeLimits } from '../chat-limits.js';
import { renderAnswer } from '../render-answer.js';
import type { Turn } from '../turn.js';
import { findMoreHits } from './more-hits.js';
import { suggestQuestions } from './suggest-questions.js';

/** The answer as HTML, with the buttons under it. */
export async function composeReply(
  turn: Turn,
  asked: Question,
  answer: Answer,
  answerId: number,
): Promise<{ html: string; rows: Button[][] }> {
  const { html, sources } = renderAnswer(answer, describeLimits(turn));
  if (!answer.found) return { html, rows: await refusalRows(turn, asked, answer, answerId) };
  const suggestions = await suggestQuestions(turn.parts, asked, answer);
  return { html, rows: layOutButtons(sources, suggestions, answerId) };
}

/** Under a refusal: what the search found all the same, and the nearest article where the refusal names it. */
async function refusalRows(
  { parts }: Turn,
  asked: Question,
  { answer, notes }: Answer,
  answerId: number,
): Promise<Button[][]> {
  const judge = judgeButtons(answerId);
  if (answer === noArchiveQuestion()) return [];
  const hits = await findMoreHits(parts.service, asked, []);
  const named = hits.find(({ article }) => notes.some((note) => note.includes(formatSourceLine(article))));
  const nearest = named === undefined ? [] : [wholeArticle(named.article.articleId, '')];
  return [[...nearest, ...(hits.length > 0 ? [moreResults(answerId)] : []), ...judge]];
}
