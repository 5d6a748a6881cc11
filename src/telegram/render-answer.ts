import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Answer, Citation } from '../domain/answer.js';
import { formatSourceLine } from '../domain/wording/source-line.js';
import * as wording from '../domain/wording/telegram.js';
import { buildArticleButtons } from './article-buttons.js';
import { showText } from './show-text.js';

/**
 * An answer as it is read in a chat: its sentences with their marks, the source lines, what else must be
 * said. `askedOn` is the date that was set for the chat; null shows none.
 */
export function renderAnswer(
  answer: Answer,
  askedOn: string | null,
): { html: string; keyboard: InlineKeyboardMarkup | undefined } {
  const sources = groupByArticle(answer.citations);
  const lines = sources.map(({ numbers, citation }) => `${numbers} ${formatSourceLine(citation)}`);
  const remarks = [...answer.notes, ...(askedOn === null ? [] : [wording.askedOnNotice(askedOn)])];
  const html = [
    showText(answer.answer),
    showText(lines.join('\n')),
    remarks.map((remark) => `<i>${showText(remark)}</i>`).join('\n'),
  ].filter((block) => block !== '');
  const articles = sources.map(({ numbers, citation }) => ({ articleId: citation.articleId, numbers }));
  return { html: html.join('\n\n'), keyboard: buildArticleButtons(articles) };
}

/** Quotes of one article share a line: [1][3] 《…》. */
function groupByArticle(citations: readonly Citation[]): { numbers: string; citation: Citation }[] {
  const groups = new Map<string, { numbers: string; citation: Citation }>();
  for (const citation of citations) {
    const numbers = groups.get(citation.articleId)?.numbers ?? '';
    const first = groups.get(citation.articleId)?.citation ?? citation;
    groups.set(citation.articleId, { numbers: `${numbers}[${citation.n}]`, citation: first });
  }
  return [...groups.values()];
}
