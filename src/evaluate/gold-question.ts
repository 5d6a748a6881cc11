/** A question of a question file, with what a right answer holds. */
export type GoldQuestion = {
  id: string;
  /** Any word; `none` is a question that the archive does not answer and that must be refused. */
  kind: string;
  /** YYYY-MM-DD */
  askedOn: string;
  question: string;
  /** What the same person asked just before, oldest first. */
  history: readonly string[];
  /** One wording at least of each group stands in the answer. */
  must: readonly (readonly string[])[];
  /** Stands in the quote, the headline or the body of one cited article. */
  cite: string | null;
  /** A year that the answer, its notes or the issue dates that it cites must hold. */
  noteYear: string | null;
  /** Article ids, source ids or ends of file paths: each names what a search should bring. */
  gold: readonly string[];
  /** Ends of the paths of the page files that hold the answer. */
  pages: readonly string[];
};

export const UNANSWERABLE = 'none';
