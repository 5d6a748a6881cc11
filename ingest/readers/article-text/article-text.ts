/** A file of text that holds one article, taken apart; paragraphs and deck lines are clean, none of them is empty. */
export type ArticleText = {
  kicker: string | null;
  headline: string | null;
  subheadline: string | null;
  column: string | null;
  /** The signature as it is printed, where it stands apart from the text. */
  byline: string | null;
  /** Whom the file names as its authors, beside what the text itself prints. */
  authors: readonly string[];
  paragraphs: readonly string[];
  /** What the file says of its issue beside its name. */
  issue: { newspaper: string | null; date: string | null; page: string | null };
};
