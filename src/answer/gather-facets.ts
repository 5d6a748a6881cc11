import type { Query, Question } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { formatDay } from '../domain/wording/day.js';
import { splitFacets } from '../query/split-facets.js';
import { splitSameDay } from '../query/split-same-day.js';
import { understand } from '../query/understand.js';
import { dateHappening } from './date-happening.js';
import { chooseBeside, chooseOfFacets } from './evidence/choose-facets.js';
import {
  type Gathered,
  type gatherEvidence,
  keepChosen,
  type Searched,
  searchAndJudge,
} from './evidence/gather-evidence.js';

type Dependencies = Parameters<typeof gatherEvidence>[0];

/** Each thing that a question asks as a query of its own. */
export const understandFacets = (question: Question, query: Query, newspapers: readonly string[]): Query[] =>
  splitFacets(query.text, question.askedOn).map((text) => understandPart(question, query, newspapers, text));

/** What the archive says to each thing that the question asks, in its order. */
export async function gatherFacets(
  dependencies: Dependencies,
  question: Question,
  query: Query,
  newspapers: readonly string[],
): Promise<Gathered[]> {
  const ofDay = await gatherOfDay(dependencies, question, query, newspapers);
  if (ofDay) return ofDay;
  const facets = understandFacets(question, query, newspapers);
  const searched = await Promise.all(facets.map((facet) => searchAndJudge(dependencies, facet)));
  return chooseAll(searched);
}

function chooseAll(searched: readonly Searched[]): Gathered[] {
  const chosen = chooseOfFacets(searched);
  return searched.flatMap((one, at) => (chosen[at] ? [keepChosen(one, chosen[at])] : []));
}

/**
 * 大桥通车当天，301路往返多少班: the happening tells the day, and what is asked is looked for with it. Where nothing of
 * that day answers, what answers without a day is told to be of another. null for another question, and where the
 * archive does not tell the day.
 */
async function gatherOfDay(
  dependencies: Dependencies,
  question: Question,
  query: Query,
  newspapers: readonly string[],
): Promise<Gathered[] | null> {
  const parts = splitSameDay(query.text);
  if (!parts) return null;
  const look = (text: string) =>
    searchAndJudge(dependencies, understandPart(question, query, newspapers, text));
  const happening = await look(parts.happening);
  const day = dateHappening({ ...happening, ...chooseBeside(happening) })?.when;
  if (!day || day.from !== day.to) return null;
  const dated = await look(`${formatDay(day.from)}，${parts.asked}`);
  // One search waited for the other.
  const ofDay = chooseAll([happening, { ...dated, searchMs: happening.searchMs + dated.searchMs }]);
  if (ofDay[1]?.evidence.length) return ofDay;
  const undated = await look(parts.asked);
  const searchMs = happening.searchMs + dated.searchMs + undated.searchMs;
  const [told, asked] = chooseAll([happening, { ...undated, searchMs }]);
  if (!told || !asked) return null;
  const notes = asked.evidence.length ? [wording.notOfDay(day.from)] : [];
  return [told, { ...asked, notes: [...asked.notes, ...notes] }];
}

const understandPart = (
  question: Question,
  query: Query,
  newspapers: readonly string[],
  text: string,
): Query => understand({ ...question, question: text, filter: query.filter, history: [] }, newspapers);
