import type { Article } from '../domain/article.js';
import type { Span } from '../text/split-sentences.js';

/** A sentence of an article, judged for one question. */
export type Evidence = {
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
  /** Of the names and nouns that the question is about, how much stands anywhere in the article, 0 to 1. */
  subject: number;
  /** Holds a value of the kind that is asked for. */
  holdsValue: boolean;
  /** What sentences are ranked by. */
  score: number;
  /** Whether it can be of the time that the question names. */
  time: 'fits' | 'differs' | 'unknown' | 'any';
};
