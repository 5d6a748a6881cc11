import type { Article } from '../../domain/article.js';
import { fold } from '../../text/fold.js';
import { splitSentences } from '../../text/split-sentences.js';
import type { Evidence } from '../evidence/evidence.js';
import { presence } from '../evidence/presence.js';
import { foldHeadlines } from './find-articles-about.js';

/** Sentences around one, before and behind, that may name for it what it is about. */
type Reach = 0 | 1;

/**
 * The evidence that surely is about the thing: the sentence and those within reach, with the headline above, name all of
 * it. Where none does, that of the articles that name all of it; never what only speaks of something like it.
 */
export function keepNaming(
  evidence: readonly Evidence[],
  words: readonly string[],
  reach: Reach = 0,
): Evidence[] {
  const names = (text: string) => words.every((word) => presence(text, word) >= leastOf(word));
  const around = createSurroundings(reach);
  const sure = evidence.filter((one) => names(`${foldHeadlines(one.article)}\n${around(one)}`));
  if (sure.length) return sure;
  const wholes = new Map(
    evidence.map(({ article }) => [article, `${article.headline ?? ''}\n${article.body}`]),
  );
  const naming = new Set([...wholes].filter(([, whole]) => names(fold(whole))).map(([article]) => article));
  return evidence.filter(({ article }) => naming.has(article));
}

/** Of a long name a part is left out in print: 图书馆 for 市图书馆. */
const leastOf = (word: string): number => (word.length >= 4 ? 0.5 : 1);

/** The folded sentence with those around it; an article is split once. */
function createSurroundings(reach: Reach): (one: Evidence) => string {
  const known = new Map<Article, string[]>();
  return ({ article, text, ordinal }) => {
    if (reach === 0) return fold(text);
    const texts =
      known.get(article) ??
      splitSentences(article.body).map(({ start, end }) => fold(article.body.slice(start, end)));
    known.set(article, texts);
    return texts.slice(Math.max(0, ordinal - reach), ordinal + reach + 1).join('\n');
  };
}
