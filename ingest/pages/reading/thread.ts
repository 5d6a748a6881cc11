/** The blocks that make up one article, in reading order; numbers are places in the page's list of blocks. */
export type Thread = {
  body: number[];
  byline: number[];
  /** Signed or finished: nothing more is joined to it. */
  closed: boolean;
  isCaption: boolean;
  isNotice: boolean;
};

/** Headline-like lines that stand together, and the article that they stand over or in. */
export type HeadlineGroup = {
  blocks: number[];
  /** The thread whose first block follows; null where none does. */
  over: number | null;
  /** The thread that goes on behind them, not the one before them. */
  inside: number | null;
  /** The thread that ends before them; null at the top of the page. */
  below: number | null;
};

/** One way to read a page, as far as it has been read. */
export type Reading = {
  threads: Thread[];
  /** The page's block that it begins with. */
  start: number;
  /** Thread of each block from there on, of headlines the one that they stand over; −1 for others. */
  threadOf: number[];
  headlines: HeadlineGroup[];
  furniture: number[];
  /** The thread of the latest body block, −1 at the top. */
  current: number;
  /** Headline-like blocks since then: crossheads or a headline, as what follows will tell. */
  waiting: number[];
  /** Signatures since then that stand over the body to come. */
  waitingByline: number[];
  /** The sum of what speaks for this reading and against it. */
  score: number;
};

export const createReading = (start: number): Reading => ({
  start,
  threads: [],
  threadOf: [],
  headlines: [],
  furniture: [],
  current: -1,
  waiting: [],
  waitingByline: [],
  score: 0,
});

/** The thread of a block, −1 for none. */
export const findThread = ({ start, threadOf }: Reading, block: number): number =>
  threadOf[block - start] ?? -1;
