import type { Verdict } from '../../domain/feedback.js';

/** What a button does when it is pressed; kept as JSON. */
export type Action =
  /** Sends an article from its n-th message on. */
  | { kind: 'article'; articleId: string; firstMessage: number }
  /** Shows quotes in their paragraphs; `start` and `end` are offsets into the article's body. */
  | { kind: 'quotes'; quotes: { n: number; articleId: string; start: number; end: number }[] }
  /** Shows what the search finds besides the answer, from the n-th passage on. */
  | { kind: 'more'; answerId: number; from: number }
  /** Asks as if the question were typed. */
  | { kind: 'ask'; question: string; askedOn: string }
  | { kind: 'judge'; answerId: number; verdict: Verdict }
  /** Stops an answer in work. */
  | { kind: 'stop'; run: number };

export type Button = { text: string; action: Action };
