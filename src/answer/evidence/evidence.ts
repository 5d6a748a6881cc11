import type { Hit } from '../../domain/answer.js';
import type { Article } from '../../domain/article.js';
import type { Span } from '../../text/split-sentences.js';
import type { SentenceFeatures } from './features.js';
import type { TimeOfSentence } from './judge-time.js';

/** A sentence of an article, measured for one question. */
export type MeasuredSentence = {
  hit: Hit;
  article: Article;
  /** Codes of the administrative divisions that the article names. */
  places: readonly string[];
  /** Where it stands in the article's body. */
  span: Span;
  text: string;
  /** Place among the article's sentences. */
  ordinal: number;
  /** How much of what the question names stands in it or close to it, 0 to 1. */
  coverage: number;
  /** Whether it can be of the time that the question names. */
  time: TimeOfSentence;
  /** Values of the kind that is asked for, the likeliest first, in UTF-16 offsets of the sentence; none: it holds none. */
  values: readonly Span[];
  /** Where the answer stands in it: the likeliest value, else the clause closest to the question's words. */
  answerAt: Span;
  features: SentenceFeatures;
};

/** A measured sentence with the chance that it holds the answer. */
export type Evidence = MeasuredSentence & {
  /** 0 to 1. */
  score: number;
};
