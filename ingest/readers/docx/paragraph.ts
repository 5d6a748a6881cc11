/** A paragraph of a document that holds something. */
export type Paragraph = {
  text: string;
  /** 1 to 9 as its style says, 0 for a document's title; null for what its style does not make a heading. */
  level: number | null;
  /** Points, of its smallest characters; null where nothing is said of them. */
  size: number | null;
  /** All of it. */
  isBold: boolean;
  isCentred: boolean;
  /** The footnotes and endnotes that it refers to. */
  notes: readonly string[];
};
