import type { Verdict } from '../../domain/feedback.js';
import type { Filter } from '../../domain/query.js';
import type { Person } from '../../store/bot/people.js';

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
  /** Shows an answer with footnotes as plain text, which is this HTML. */
  | { kind: 'plain'; answerId: number; html: string }
  /** Stops an answer in work. */
  | { kind: 'stop'; run: number }
  /** A day's articles from the n-th on; of all newspapers where none is named. */
  | { kind: 'issue'; day: string; newspaper: string | null; first: number }
  /** The passages behind those shown; `limits` are the remarks on what the chat was set to when it was asked. */
  | {
      kind: 'search';
      words: string;
      askedOn: string;
      filter: Filter;
      limits: readonly string[];
      shown: number;
    }
  /** Limits the chat to a newspaper. */
  | { kind: 'paper'; newspaper: string }
  /** Admins alone: answers a stranger who asks to be let in; takes back what let a person in; turns the list's page. */
  | { kind: 'let-in' | 'refuse' | 'revoke'; person: Person }
  | { kind: 'users'; first: number }
  | { kind: 'undo'; uploadId: number }
  | { kind: 'unfollow'; followId: number };

export type Button = { text: string; action: Action };
