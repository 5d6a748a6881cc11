export type Verdict = 'up' | 'down';

/** What a person says of an answer, without the person. Part of the public contract (`bot feedback`). */
export type Feedback = {
  question: string;
  askedOn: string;
  verdict: Verdict | null;
  remark: string | null;
  articleIds: string[];
  /** When it was said, ISO 8601. */
  at: string;
};
