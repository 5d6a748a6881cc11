/** Walls: nothing outside them is ever found. A filter that matches nothing finds nothing. */
export type Filter = {
  newspaper?: string;
  /** First issue date, YYYY-MM-DD, inclusive. */
  from?: string;
  /** Last issue date, YYYY-MM-DD, inclusive. */
  to?: string;
  /** A place that the article must name, itself or one inside it: 吕梁 lets 离石区 through. */
  place?: string;
  /** The page as printed, without leading zeros: 4. */
  page?: string;
  /** A name that must stand in the byline or among the contributors. */
  contributor?: string;
  /** Part of a column's name. */
  column?: string;
};

/** A place that a text names. */
export type Place = {
  /** The words of the text, for example 阳曲. */
  text: string;
  /** Its full name, 阳曲县; the words themselves where no administrative division is called so. */
  name: string;
  /**
   * The divisions that it may be, in digits of the national code: 14 a province, 1401 a city, 140122 a county,
   * 140122100 a township. A division lies in another where the other's code is the beginning of its own.
   * Several where divisions share a name, none where the name is unknown.
   */
  codes: readonly string[];
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

/** Where a span of days has no beginning (2020年以前) or no end (2020年之后) that the words would name. */
export const OPEN_FROM = '0001-01-01';
export const OPEN_TO = '9999-12-31';

/** An expression of time found in a question. */
export type TimeExpression = DateRange & {
  /** The words in the question, for example 今年. */
  text: string;
  /** Counted from the day of asking (今年), not written out (2023年). */
  relative: boolean;
  /** 今年, or a day without a year: where nothing fits, the newest year that does may stand in. */
  slides: boolean;
};

/** One term to look up in the words' index; the weight multiplies its BM25 score. */
export type QueryTerm = { text: string; weight: number };

/** A question as understood. */
export type Query = {
  /** The full question in simplified characters, completed from the history where it left something out. */
  text: string;
  askedOn: string;
  /** The walls that were given and those that the question itself names. */
  filter: Filter;
  /** Those that the question itself names: 太原日报3版, 记者王建国写的. */
  named: Filter;
  kind: QuestionKind;
  terms: QueryTerm[];
  /** What is asked about as one folded text, the words that only ask dropped: phrases are looked for in it. */
  subject: string;
  /** Its dictionary words, folded, each once. */
  words: string[];
  /** The words that carry what is asked about, question words and function words dropped. */
  keywords: string[];
  times: TimeExpression[];
  places: Place[];
  /** Asks for the current state (最新, 目前): of several articles the later ones are meant. */
  asksForNewest: boolean;
};

/** What the program made of the question, shown to the person: part of the public contract. */
export type Understood = {
  from: string | null;
  to: string | null;
  places: string[];
  reason: string | null;
};
