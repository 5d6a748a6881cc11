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

/** What speaks for a hit, each 0 to 1; what each counts stands in search/rank-weights.ts. */
export type RankFeature =
  | 'words'
  | 'closeness'
  | 'article'
  | 'pairs'
  | 'headline'
  | 'sentence'
  | 'phrase'
  | 'value'
  | 'time'
  | 'place'
  | 'fresh'
  | 'lead';

/** One part of a hit's score: `points` is what it adds, of 1 in all. */
export type RankPart = { feature: RankFeature; value: number; points: number };

/** Neighbouring chunks of one article that were found, with the article: `article.body.slice(start, end) === text`. */
export type Hit = {
  rank: number;
  /** 0 to 1. */
  score: number;
  /** Of the best of its chunks. */
  chunkId: number;
  article: Article;
  text: string;
  start: number;
  end: number;
  /** What the score is made of. */
  parts: readonly RankPart[];
  /** Codes of all administrative divisions that the article names (see Place). */
  places: readonly string[];
  /** The id of a better hit's article that prints the same text; null where there is none. */
  reprintOf: string | null;
};

export type SearchAnswer = { query: string; hits: Hit[]; understood: Understood; notes: string[] };
