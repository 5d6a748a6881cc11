import { fold } from '../../text/fold.js';
import type { Quote } from '../claim.js';
import { type Facts, findFacts } from './find-facts.js';
import { widenToSentences } from './find-quote.js';

/** What one quote proves: the sentence that it is of, folded, with where the quote stands in it. */
export type Evidence = {
  facts: Facts;
  /** Where the quote stands in `facts.text`. */
  start: number;
  end: number;
  issueDate: string | null;
  /** What stands above the article: newspaper, headlines, column. */
  around: Facts;
};

export function buildEvidence(quote: Quote): Evidence {
  const { article, start, end } = quote;
  const whole = widenToSentences(quote);
  const before = fold(article.body.slice(whole.start, start));
  const quoted = fold(article.body.slice(start, end));
  const behind = fold(article.body.slice(end, whole.end));
  const { newspaper, kicker, headline, subheadline, column, issueDate } = article;
  const above = [newspaper, column, kicker, headline, subheadline].filter(Boolean).join('\n');
  return {
    facts: findFacts(before + quoted + behind, issueDate),
    start: before.length,
    end: before.length + quoted.length,
    issueDate,
    around: findFacts(fold(above), issueDate),
  };
}
