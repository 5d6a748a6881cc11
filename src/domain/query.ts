/** Walls: nothing outside them is ever found. A filter that matches nothing finds nothing. */
export type Filter = {
  newspaper?: string;
  /** First issue date, YYYY-MM-DD, inclusive. */
  from?: string;
  /** Last issue date, YYYY-MM-DD, inclusive. */
  to?: string;
  /** A place name that must stand in the article. */
  place?: string;
};

/** A question as a person typed it, with what stands around it. */
export type Question = {
  question: string;
  /** The day on which it is asked, YYYY-MM-DD: 今年 and 昨天 count from it. */
  askedOn: string;
  filter: Filter;
  /** What the same person asked just before, oldest first. */
  history: readonly string[];
};

export type QuestionKind = 'list' | 'number' | 'who' | 'when' | 'where' | 'what';

/** A span of days, both ends inclusive, YYYY-MM-DD. */
export type DateRange = { from: string; to: string };

/** An expression of time found in a question. */
export type TimeExpression = DateRange & {
  /** The words in the question, for example 今年. */
  text: string;
  /** Counted from the day of asking (今年), not written out (2023年). */
  relative: boolean;
};

/** One term to look up in the words' index; the weight multiplies its BM25 score. */
export type QueryTerm = { text: string; weight: number };

/** A question as understood. */
export type Query = {
  /** The full question, completed from the history where it left something out. */
  text: string;
  askedOn: string;
  filter: Filter;
  kind: QuestionKind;
  terms: QueryTerm[];
  /** The words that carry what is asked about, question words and function words dropped. */
  keywords: string[];
  times: TimeExpression[];
  places: string[];
};

/** What the program made of the question, shown to the person: part of the public contract. */
export type Understood = {
  from: string | null;
  to: string | null;
  places: string[];
  reason: string | null;
};
