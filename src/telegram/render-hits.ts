import type { SearchAnswer } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import { alsoIn, formatSourceLine } from '../domain/wording/source-line.js';
import { groupReprints } from '../search/reprints.js';
import type { Button } from './buttons/action.js';
import { wholeArticle } from './buttons/article-buttons.js';
import { toRows } from './buttons/keyboard.js';
import { showText } from './show-text.js';

/** Found passages, best first, each under its source line. */
export function renderHits({ hits, notes }: Pick<SearchAnswer, 'hits' | 'notes'>): {
  html: string;
  buttons: Button[][];
} {
  const blocks = groupReprints(hits).map(
    ({ hit, reprints }) =>
      `<b>${hit.rank}. ${showText(formatSourceLine(hit.article))}</b>\n${showText(hit.text.trim())}${formatReprints(reprints)}`,
  );
  const remarks = notes.map((note) => `<i>${showText(note)}</i>`);
  const articles = new Map<string, string>();
  for (const { article, rank } of hits) {
    articles.set(article.articleId, `${articles.get(article.articleId) ?? ''}[${rank}]`);
  }
  return {
    html: [...blocks, ...remarks].join('\n\n'),
    buttons: toRows([...articles].map(([articleId, numbers]) => wholeArticle(articleId, numbers))),
  };
}

const formatReprints = (reprints: readonly Article[]): string =>
  reprints.map((article) => `\n${showText(alsoIn(formatSourceLine(article)))}`).join('');
