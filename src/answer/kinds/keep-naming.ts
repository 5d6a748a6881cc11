import { fold } from '../../text/fold.js';
import type { Evidence } from '../evidence.js';
import { presence } from '../presence.js';
import { foldHeadlines } from './find-articles-about.js';

/**
 * The evidence that surely is about the thing: the sentence names all of it, or the headline above does. Where none
 * does, that of the articles that name all of it; never what only speaks of something like it.
 */
export function keepNaming(evidence: readonly Evidence[], words: readonly string[]): Evidence[] {
  const names = (text: string) => words.every((word) => presence(text, word) >= leastOf(word));
  const sure = evidence.filter(({ article, text }) => names(foldHeadlines(article)) || names(fold(text)));
  if (sure.length) return sure;
  const wholes = new Map(
    evidence.map(({ article }) => [article, `${article.headline ?? ''}\n${article.body}`]),
  );
  const naming = new Set([...wholes].filter(([, whole]) => names(fold(whole))).map(([article]) => article));
  return evidence.filter(({ article }) => naming.has(article));
}

/** Of a long name a part is left out in print: 图书馆 for 市图书馆. */
const leastOf = (word: string): number => (word.length >= 4 ? 0.5 : 1);
