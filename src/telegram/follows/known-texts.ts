import type { Article } from '../../domain/article.js';
import { buildSignature, isReprint, type Signature } from '../../search/reprints.js';
import { foldForComparing } from '../../text/fold.js';

/** A text that is less of another than this is no reprint of it: a brief tells less than the report. */
const MIN_SHARE = 0.6;

/** The texts that a chat has been told of, or is about to be: what prints one of them again is no news. */
export type KnownTexts = {
  /** True where the text is known already; from now on it is. */
  add(article: Article): boolean;
};

export function createKnownTexts(articles: readonly Article[]): KnownTexts {
  const signatures: Signature[] = articles.map(buildSignature);
  const texts = articles.map(foldBody);
  return {
    add(article) {
      const signature = buildSignature(article);
      const text = foldBody(article);
      const isKnown =
        texts.some((known) => isInOther(text, known)) ||
        signatures.some((known) => isReprint(signature, known));
      signatures.push(signature);
      texts.push(text);
      return isKnown;
    },
  };
}

const foldBody = ({ body }: Article): string => foldForComparing(body).text;

/** Short texts have too few shingles to be compared; the one stands in the other with little around it (本报讯). */
function isInOther(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= MIN_SHARE * longer.length && longer.includes(shorter);
}
