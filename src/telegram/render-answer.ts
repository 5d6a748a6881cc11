import type { Answer, Citation } from '../domain/answer.js';
import { formatSignedSource } from '../domain/wording/source-line.js';
import { showText } from './show-text.js';

/** The citations of one article with their marks: [1][3]. */
export type SourceGroup = { numbers: string; citations: Citation[] };

/**
 * An answer as it is read in a chat: its sentences with their marks, the source lines, what else must be
 * said; `limits` are the remarks on what was set for the chat.
 */
export function renderAnswer(
  answer: Answer,
  limits: readonly string[],
): { html: string; sources: SourceGroup[] } {
  const sources = groupByArticle(answer.citations);
  const lines = sources.map(
    ({ numbers, citations: [first] }) => `${numbers} ${first === undefined ? '' : formatSignedSource(first)}`,
  );
  const remarks = [...answer.notes, ...limits];
  const html = [
    showText(answer.answer),
    showText(lines.join('\n')),
    remarks.map((remark) => `<i>${showText(remark)}</i>`).join('\n'),
  ].filter((block) => block !== '');
  return { html: html.join('\n\n'), sources };
}

/** Quotes of one article share a line: [1][3] 《…》. */
export function groupByArticle(citations: readonly Citation[]): SourceGroup[] {
  const groups = new Map<string, SourceGroup>();
  for (const citation of citations) {
    const group = groups.get(citation.articleId) ?? { numbers: '', citations: [] };
    group.numbers += `[${citation.n}]`;
    group.citations.push(citation);
    groups.set(citation.articleId, group);
  }
  return [...groups.values()];
}
