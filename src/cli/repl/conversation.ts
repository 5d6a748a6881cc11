import type { Citation } from '../../domain/answer.js';

/** What the conversation remembers from one line to the next. */
export type Conversation = {
  /** Oldest first. */
  questions: readonly string[];
  /** Of the last answer. */
  citations: readonly Citation[];
  /** Ids of the articles behind the numbers that were shown last, number 1 first. */
  openable: readonly string[];
  /** YYYY-MM-DD; asked for at each question, because a conversation may last past midnight. */
  askedOn(): string;
  /** A day chosen by /asof; null goes back to the first one. */
  setAskedOn(day: string | null): void;
};

export function createConversation(defaultAskedOn: () => string): Conversation {
  let chosen: string | null = null;
  return {
    questions: [],
    citations: [],
    openable: [],
    askedOn: () => chosen ?? defaultAskedOn(),
    setAskedOn: (day) => {
      chosen = day;
    },
  };
}
