import type { Archive } from '../../domain/ports.js';
import type { Query, Question } from '../../domain/query.js';
import * as wording from '../../domain/wording/answers.js';
import { dropLimit } from '../../query/only-newspaper.js';
import { cutSourceQuestion } from '../../query/source-question.js';
import { understand } from '../../query/understand.js';
import type { Search } from '../../search/search.js';
import { foldForComparing } from '../../text/fold.js';
import { type Gathered, gatherEvidence } from '../evidence/gather-evidence.js';
import type { Extract } from '../extract.js';
import { answerComparison } from './answer-comparison.js';
import { answerCount } from './answer-count.js';
import { answerCoverage } from './answer-coverage.js';
import { answerTimeline } from './answer-timeline.js';
import { answerYesNo } from './answer-yes-no.js';
import { listAskedArticles } from './list-articles.js';

type Dependencies = { archive: Archive; search: Search; clock: () => number };

const TITLE = /《([^《》]+)》/u;

/**
 * What is answered from many articles or from articles as printed things: what the archive holds, which articles there
 * are (太原日报4版有什么文章), who signed one and where it was printed, how often, in what course, side by side, and what
 * one sentence decides. null for any other question; no claims where nothing of the kind is held.
 */
export async function answerOfArticles(
  dependencies: Dependencies,
  question: Question,
  understood: Query,
  newspapers: readonly string[],
): Promise<Extract | null> {
  const { archive } = dependencies;
  const query = { ...understood, text: dropLimit(understood.text) };
  const gather = (text: string) =>
    gatherEvidence(
      dependencies,
      understand({ ...question, question: text, filter: query.filter, history: [] }, newspapers),
    );
  return (
    (await answerCoverage(archive, query, newspapers)) ??
    (await listAskedArticles(archive, query)) ??
    (await answerCount(archive, query, newspapers)) ??
    (await answerSource(query, gather)) ??
    (await answerComparison(query, gather)) ??
    (await answerTimeline(query, gather)) ??
    (await answerYesNo(query, gather))
  );
}

/** Where a source is asked for and none is found, the question is answered as any other. */
async function answerSource(
  { text }: Query,
  gather: (question: string) => Promise<Gathered>,
): Promise<Extract | null> {
  const about = cutSourceQuestion(text);
  return about === null ? null : tellSource(await gather(about));
}

/** Of the article that tells most of what is asked; one that is named by its headline must be called so. */
function tellSource({ query, evidence }: Gathered): Extract | null {
  const title = TITLE.exec(query.text)?.[1];
  const best = evidence.find(({ article }) => title === undefined || isCalled(article.headline, title));
  if (!best) return null;
  const { article, span } = best;
  const quotes = [{ article, start: span.start, end: span.end }];
  return { claims: [{ text: wording.printedIn(article), quotes }], notes: [] };
}

const isCalled = (headline: string | null, title: string): boolean =>
  headline !== null && foldForComparing(headline).text.includes(foldForComparing(title).text);
