import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Hit, SearchAnswer } from '../domain/answer.js';
import { alsoIn, formatSourceLine } from '../domain/wording/source-line.js';
import { buildArticleButtons } from './article-buttons.js';
import { escapeHtml } from './escape-html.js';

/** Found passages, best first, each under its source line. */
export function renderHits({ hits, notes }: SearchAnswer): {
  html: string;
  keyboard: InlineKeyboardMarkup | undefined;
} {
  const blocks = hits.map(
    (hit) =>
      `<b>${hit.rank}. ${escapeHtml(formatSourceLine(hit.article))}</b>\n${escapeHtml(hit.text.trim())}${formatReprints(hit)}`,
  );
  const remarks = notes.map((note) => `<i>${escapeHtml(note)}</i>`);
  const articles = new Map<string, string>();
  for (const { article, rank } of hits) {
    articles.set(article.articleId, `${articles.get(article.articleId) ?? ''}[${rank}]`);
  }
  return {
    html: [...blocks, ...remarks].join('\n\n'),
    keyboard: buildArticleButtons([...articles].map(([articleId, numbers]) => ({ articleId, numbers }))),
  };
}

const formatReprints = ({ reprints }: Hit): string =>
  reprints.map((article) => `\n${escapeHtml(alsoIn(formatSourceLine(article)))}`).join('');
