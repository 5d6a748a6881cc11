import type { Answer, Hit, SearchAnswer, Sentence } from '../domain/answer.js';
import type { Archive, AskService, ChatModel, Log } from '../domain/ports.js';
import type { Query, Question } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { describeQuery, understand } from '../query/understand.js';
import { buildPassages, type Passage } from '../search/passages.js';
import type { Search } from '../search/search.js';
import { chooseEvidence } from './choose-evidence.js';
import type { Claim } from './claim.js';
import { compose } from './compose.js';
import type { Evidence } from './evidence.js';
import { type Extract, extract } from './extract.js';
import { isArchiveQuestion } from './is-archive-question.js';
import { judgeSentences } from './judge-sentences.js';
import { weighKeywords } from './keyword-weights.js';
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
};

/** How many hits an answer is looked for in, and how many passages a model reads. */
const HITS = 30;
const PASSAGES = 8;

/** What an answer is made of before it is finished. */
type Found = { mode: Answer['mode']; claims: Claim[]; notes: string[] };

/** Question → understood → searched → judged → answered, or an honest "not in the archive". Each is judged alone. */
export function createAskService(dependencies: AskDependencies): AskService {
  return {
    ask: (question, onSentence, signal) => ask(dependencies, question, onSentence, signal),
    search: (question, limit) => search(dependencies, question, limit),
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
  const query = understand(question);
  const finish = createFinisher(question, query, started, clock);
  if (!isArchiveQuestion(query.text)) return finish(await refuse(archive, query, [], 'no question'), []);
  const { hits, notes } = await dependencies.search(query, HITS);
  finish.searched();
  const judged = judgeSentences(query, await weighKeywords(archive, query), hits);
  const chosen = chooseEvidence(query, judged);
  if (!chosen.evidence.length) return finish(await refuse(archive, query, judged, 'no evidence'), notes);
  const passages = buildPassages(onlyOf(chosen.evidence, hits), PASSAGES);
  const extracted = () => extract(query, chosen.evidence);
  const found = await answerFrom(dependencies, query, passages, extracted, onSentence, signal);
  const composed = compose(found.claims);
  if (found.mode === 'extractive') composed.sentences.forEach(onSentence);
  return finish({ ...composed, found: true, mode: found.mode, notes: found.notes }, [
    ...notes,
    ...chosen.notes,
  ]);
}

/** With a model its checked sentences; without one, or where it fails, the extracted ones. */
async function answerFrom(
  { chat, log }: AskDependencies,
  query: Query,
  passages: readonly Passage[],
  extracted: () => Extract,
  onSentence: (sentence: Sentence) => void,
  signal: AbortSignal | undefined,
): Promise<Found> {
  if (!chat) return { mode: 'extractive', ...extracted() };
  const { claims, note } = await tryModel(chat, query, passages, onSentence, log, signal);
  if (claims.length) return { mode: 'model', claims, notes: [note] };
  const instead = extracted();
  return { mode: 'extractive', claims: instead.claims, notes: [note, ...instead.notes] };
}

async function search(
  dependencies: AskDependencies,
  question: Question,
  limit: number,
): Promise<SearchAnswer> {
  const query = understand(question);
  const { hits, notes } = await dependencies.search(query, limit);
  const empty = hits.length ? [] : [wording.nothingFound()];
  return { query: query.text, hits, understood: describeQuery(query), notes: [...notes, ...empty] };
}

/** The hits of the articles that hold evidence. */
function onlyOf(evidence: readonly Evidence[], hits: readonly Hit[]): Hit[] {
  const articles = new Set(evidence.map(({ article }) => article.articleId));
  return hits.filter(({ article }) => articles.has(article.articleId));
}

/** What is found or refused, without what every answer says of its question. */
type Outcome = Pick<Answer, 'found' | 'mode' | 'answer' | 'sentences' | 'citations' | 'notes'>;

/** Makes the whole answer of an outcome; `searched` marks the end of the search for the timings. */
function createFinisher(question: Question, query: Query, started: number, clock: () => number) {
  let searchedAt = started;
  const finish = (outcome: Outcome, notesBefore: readonly string[]): Answer => ({
    question: question.question,
    askedOn: question.askedOn,
    found: outcome.found,
    mode: outcome.mode,
    answer: outcome.answer,
    sentences: outcome.sentences,
    citations: outcome.citations,
    understood: describeQuery(query),
    notes: [...notesBefore, ...outcome.notes],
    timings: { searchMs: searchedAt - started, answerMs: clock() - searchedAt },
  });
  return Object.assign(finish, {
    searched: () => {
      searchedAt = clock();
    },
  });
}
