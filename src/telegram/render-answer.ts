import type { Answer, Citation } from '../domain/answer.js';
import { formatSourceLine } from '../domain/wording/source-line.js';
import type { Button } from './buttons/action.js';
import { wholeArticle } from './buttons/article-buttons.js';
import { toRows } from './buttons/keyboard.js';
import { showText } from './show-text.js';

/**
 * An answer as it is read in a chat: its sentences with their marks, the source lines, what else must be
 * said; `limits` are the remarks on what was set for the chat.
 */
export function renderAnswer(
  answer: Answer,
  limits: readonly string[],
): { html: string; buttons: Button[][] } {
  const sources = groupByArticle(answer.citations);
  const lines = sources.map(({ numbers, citation }) => `${numbers} ${formatSourceLine(citation)}`);
  const remarks = [...answer.notes, ...limits];
  const html = [
    showText(answer.answer),
    showText(lines.join('\n')),
    remarks.map((remark) => `<i>${showText(remark)}</i>`).join('\n'),
  ].filter((block) => block !== '');
  const buttons = sources.map(({ numbers, citation }) => wholeArticle(citation.articleId, numbers));
  return { html: html.join('\n\n'), buttons: toRows(buttons) };
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
