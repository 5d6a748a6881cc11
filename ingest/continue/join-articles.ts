import { endsOpen } from '../pages/text/running-text.js';
import type { RawArticle } from '../raw-article.js';

/** Two neighbouring parts of one article → the article as its first page has it, with the body of both. */
export function joinArticles(first: RawArticle, second: RawArticle): RawArticle {
  const named = first.headline === null ? second : first;
  const signed = first.byline === null ? second : first;
  return {
    ...first,
    newspaper: first.newspaper ?? second.newspaper,
    column: first.column ?? second.column,
    kicker: named.kicker,
    headline: named.headline,
    subheadline: named.subheadline,
    byline: signed.byline,
    contributors: signed.contributors,
    // What goes over two pages is no brief.
    kind: first.kind === 'brief' ? 'news' : first.kind,
    truncated: joinTruncation(first.truncated, second.truncated),
    body: first.body + (endsOpen(first.body) ? '' : '\n') + second.body,
  };
}

/** The first part's missing end and the second's missing start are there now. */
function joinTruncation(
  first: RawArticle['truncated'],
  second: RawArticle['truncated'],
): RawArticle['truncated'] {
  if (first === 'middle' || second === 'middle') return 'middle';
  if (first === 'start') return 'start';
  return second === 'end' ? 'end' : null;
}
