import type { Article } from '../domain/article.js';
import { formatArticle } from '../domain/wording/cli-article.js';
import { escapeControls } from './escape-controls.js';
import type { Output } from './output.js';

/** The whole article for a person. */
export async function printArticle(article: Article, { print, style }: Output): Promise<void> {
  const { source, headline, text } = formatArticle(article);
  await print(style.quiet(escapeControls(source)));
  if (headline !== '') await print(style.strong(escapeControls(headline)));
  await print(`\n${escapeControls(text)}`);
}
