import { fold } from '../../text/fold.js';
import type { Evidence } from '../evidence.js';
import { presence } from '../presence.js';
import { isHeadlined } from './find-articles-about.js';

/**
 * The evidence that surely is about the thing: the sentence names all of it, or the headline above does. Where none
 * does, that of the articles that name all of it; never what only speaks of something like it.
 */
export function keepNaming(evidence: readonly Evidence[], words: readonly string[]): Evidence[] {
  const names = (text: string) => words.every((word) => presence(text, word) === 1);
  const sure = evidence.filter(({ article, text }) => isHeadlined(article, words) || names(fold(text)));
  if (sure.length) return sure;
  const wholes = new Map(
    evidence.map(({ article }) => [article, `${article.headline ?? ''}\n${article.body}`]),
  );
  const naming = new Set([...wholes].filter(([, whole]) => names(fold(whole))).map(([article]) => article));
  return evidence.filter(({ article }) => naming.has(article));
}
