import type { Archive } from '../domain/ports.js';
import type { Query, Question } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { cutSourceQuestion } from '../query/source-question.js';
import { understand } from '../query/understand.js';
import type { Search } from '../search/search.js';
import { foldForComparing } from '../text/fold.js';
import type { Extract } from './extract.js';
import { type Gathered, gatherEvidence } from './gather-evidence.js';
import { listAskedArticles } from './list-articles.js';

type Dependencies = { archive: Archive; search: Search; clock: () => number };

const TITLE = /《([^《》]+)》/u;

/**
 * What is asked of articles as printed things: which there are (太原日报4版有什么文章), who signed one and where it was
 * printed. null where something in them is asked for, or nothing of the kind is held.
 */
export async function answerOfArticles(
  dependencies: Dependencies,
  question: Question,
  query: Query,
  newspapers: readonly string[],
): Promise<Extract | null> {
  const listed = await listAskedArticles(dependencies.archive, query);
  if (listed) return listed;
  const about = cutSourceQuestion(query.text);
  if (about === null) return null;
  const asked = { ...question, question: about, filter: query.filter, history: [] };
  return tellSource(await gatherEvidence(dependencies, understand(asked, newspapers)));
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
