import type { Article } from '../../domain/article.js';
import { buildSignature, isReprint, type Signature } from '../../search/reprints.js';
import { foldForComparing } from '../../text/fold.js';

/** The texts that a chat has been told of, or is about to be: what prints one of them again is no news. */
export type KnownTexts = {
  /** True where the text is known already; from now on it is. */
  add(article: Article): boolean;
};

export function createKnownTexts(articles: readonly Article[]): KnownTexts {
  const signatures: Signature[] = articles.map(buildSignature);
  /** Short texts have too few shingles to be compared, yet the same words are the same text. */
  const texts = new Set(articles.map(({ body }) => foldForComparing(body).text));
  return {
    add(article) {
      const signature = buildSignature(article);
      const { text } = foldForComparing(article.body);
      const isKnown = texts.has(text) || signatures.some((known) => isReprint(signature, known));
      signatures.push(signature);
      texts.add(text);
      return isKnown;
    },
  };
}
