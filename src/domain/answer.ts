import type { Article, IssueDateSource } from './article.js';
import type { Understood } from './query.js';

/** A checked quote: `article.body.slice(start, end) === quote`. Part of the public contract. */
export type Citation = {
  n: number;
  articleId: string;
  sourceId: string | null;
  newspaper: string | null;
  issueDate: string | null;
  issueDateSource: IssueDateSource;
  page: string | null;
  headline: string | null;
  byline: string | null;
  quote: string;
  /** UTF-16 offsets into the stored body. */
  start: number;
  end: number;
};

/** A sentence of an answer with the numbers of the citations that it stands on. */
export type Sentence = { text: string; citations: number[] };

/** Part of the public contract (`ask --json`). */
export type Answer = {
  question: string;
  askedOn: string;
  found: boolean;
  mode: 'extractive' | 'model';
  /** The sentences with their marks [1], ready to be shown as plain text. */
  answer: string;
  sentences: Sentence[];
  citations: Citation[];
  understood: Understood;
  notes: string[];
  timings: { searchMs: number; answerMs: number };
};

/** A chunk that was found, with its article. */
export type Hit = {
  rank: number;
  score: number;
  chunkId: number;
  article: Article;
  text: string;
  start: number;
  end: number;
};

export type SearchAnswer = { query: string; hits: Hit[]; understood: Understood; notes: string[] };
