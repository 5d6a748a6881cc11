import type { Answer, SearchAnswer, Sentence } from '../domain/answer.js';
import type { Archive, AskService, ChatModel, Log } from '../domain/ports.js';
import type { Query, Question } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { describeQuery, understand } from '../query/understand.js';
import { buildPassages, type Passage } from '../search/passages.js';
import type { Search } from '../search/search.js';
import { searchFacets } from '../search/search-facets.js';
import { addsMeaning } from './adds-meaning.js';
import { answerOfQuotation } from './answer-of-quotation.js';
import type { Claim } from './claim.js';
import { compose } from './compose.js';
import type { Extract } from './extract.js';
import { extractFacets } from './extract-facets.js';
import { gatherFacets, understandFacets } from './gather-facets.js';
import { isArchiveQuestion } from './is-archive-question.js';
import { answerOfArticles } from './kinds/answer-of-articles.js';
import { refuse } from './refuse.js';
import { tryModel } from './try-model.js';

type AskDependencies = {
  archive: Archive;
  search: Search;
  /** null answers extractively. */
  chat: ChatModel | null;
  log: Log;
  /** Milliseconds; for the timings alone. */
  clock: () => number;
  /** How long the language model may take, milliseconds. */
  timeLimit?: number;
};

/** How many passages a model reads. */
const PASSAGES = 8;

/** What an answer is made of before it is finished. */
type Found = { mode: Answer['mode']; claims: Claim[]; notes: string[] };

/** Question → understood → searched → judged → answered, or an honest "not in the archive". Each is judged alone. */
export function createAskService(dependencies: AskDependencies): AskService {
  return {
    ask: (question, onSentence, signal) => ask(dependencies, question, onSentence, signal),
    search: (question, limit) => search(dependencies, question, limit),
    isAnswerable: async (question) => (await ask({ ...dependencies, chat: null }, question)).found,
  };
}

async function ask(
  dependencies: AskDependencies,
  question: Question,
  onSentence: (sentence: Sentence) => void = () => {},
  signal?: AbortSignal,
): Promise<Answer> {
  const { archive, clock } = dependencies;
  const started = clock();
  const newspapers = await archive.listNewspapers();
  const quoted = await answerOfQuotation(dependencies, question, newspapers);
  if (quoted) {
    const { told, searchMs } = quoted;
    const outcome = 'claims' in told ? answerExtracted(told, onSentence) : told;
    return createFinisher(question, quoted.query, started, clock)(outcome, [], searchMs);
  }
  const query = understand(question, newspapers);
  const finish = createFinisher(question, query, started, clock);
  if (!isArchiveQuestion(query.text)) return finish(await refuse(archive, query, [], 'no question'), [], 0);
  const ofArticles = await answerOfArticles(dependencies, question, query, newspapers);
  if (ofArticles?.claims.length) return finish(answerExtracted(ofArticles, onSentence), [], 0);
  if (ofArticles) return finish(await refuse(archive, query, [], 'no evidence'), ofArticles.notes, 0);
  const gathered = await gatherFacets(dependencies, question, query, newspapers);
  const notes = [...new Set(gathered.flatMap((facet) => facet.notes))];
  const searchMs = Math.max(...gathered.map((facet) => facet.searchMs));
  const answered = gathered.filter(({ evidence }) => evidence.length);
  if (!answered.length) {
    const judged = gathered.flatMap((facet) => facet.judged);
    return finish(await refuse(archive, query, judged, 'no evidence'), notes, searchMs);
  }
  const passages = buildPassages(
    answered.flatMap(({ hits }) => hits),
    PASSAGES,
  );
  const found = await answerFrom(
    dependencies,
    query,
    passages,
    () => extractFacets(query.text, gathered),
    onSentence,
    signal,
  );
  const composed = compose(found.claims);
  if (found.mode === 'extractive') composed.sentences.forEach(onSentence);
  return finish({ ...composed, found: true, mode: found.mode, notes: found.notes }, notes, searchMs);
}

function answerExtracted({ claims, notes }: Extract, onSentence: (sentence: Sentence) => void): Outcome {
  const composed = compose(claims);
  composed.sentences.forEach(onSentence);
  return { ...composed, found: true, mode: 'extractive', notes };
}

/** With a model its checked sentences; without one, or where they do not answer, the extracted ones. */
async function answerFrom(
  { chat, log, timeLimit }: AskDependencies,
  query: Query,
  passages: readonly Passage[],
  extracted: () => Extract,
  onSentence: (sentence: Sentence) => void,
  signal: AbortSignal | undefined,
): Promise<Found> {
  if (!chat) return { mode: 'extractive', ...extracted() };
  const model = await tryModel({ chat, log, timeLimit }, query, passages, onSentence, signal);
  if (model.claims.length && !model.isPartial)
    return { mode: 'model', claims: [...model.claims], notes: [model.note] };
  const { claims, notes } = extracted();
  const shown = model.claims.map(({ text }) => text);
  const more = claims.filter(({ text }) => addsMeaning(text, shown));
  return {
    mode: shown.length ? 'model' : 'extractive',
    claims: [...model.claims, ...more],
    notes: [model.note, ...notes],
  };
}

async function search(
  dependencies: AskDependencies,
  question: Question,
  limit: number,
): Promise<SearchAnswer> {
  const newspapers = await dependencies.archive.listNewspapers();
  const query = understand(question, newspapers);
  const { hits, notes } = await searchFacets(
    dependencies.search,
    query,
    understandFacets(question, query, newspapers),
    limit,
  );
  const empty = hits.length ? [] : [wording.nothingFound()];
  return { query: query.text, hits, understood: describeQuery(query), notes: [...notes, ...empty] };
}

/** What is found or refused, without what every answer says of its question. */
type Outcome = Pick<Answer, 'found' | 'mode' | 'answer' | 'sentences' | 'citations' | 'notes'>;

/** Makes the whole answer of an outcome. */
function createFinisher(question: Question, query: Query, started: number, clock: () => number) {
  return (outcome: Outcome, notesBefore: readonly string[], searchMs: number): Answer => ({
    question: question.question,
    askedOn: question.askedOn,
    found: outcome.found,
    mode: outcome.mode,
    answer: outcome.answer,
    sentences: outcome.sentences,
    citations: outcome.citations,
    understood: describeQuery(query),
    notes: [...notesBefore, ...outcome.notes],
    timings: { searchMs, answerMs: clock() - started - searchMs },
  });
}
