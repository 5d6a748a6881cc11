import type { Answer } from '../../domain/answer.js';
import type { Question } from '../../domain/query.js';
import * as wording from '../../domain/wording/telegram-answers.js';
import { completeQuestion } from '../../query/complete-question.js';
import { askCourse, type Variation, varyPlace, varyYear } from '../../query/vary-question.js';
import { raceWithSignal } from '../../system/race-with-signal.js';
import { withDeadline } from '../../system/with-deadline.js';
import type { BotParts } from '../bot-parts.js';
import type { Suggestion } from '../buttons/answer-buttons.js';

const SUGGESTIONS = 3;
/** Passages in which other places are looked for. */
const HITS = 20;
/** Of each sort only the nearest are tried: each costs a search. */
const PLACES_TRIED = 2;

/**
 * Up to three questions that go on from an answer and that the archive can answer, found within `pace.suggestWithin`;
 * none while other people wait for their answers.
 */
export async function suggestQuestions(
  parts: BotParts,
  asked: Question,
  answer: Answer,
): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  if (parts.running.size() > 0) return found;
  await withDeadline(parts.pace.suggestWithin, parts.stopping, (signal) =>
    raceWithSignal(collect(parts, asked, answer, found, signal), signal),
  ).catch((error: unknown) => parts.log.debug({ error }, 'no more suggestions'));
  return [...found];
}

async function collect(
  parts: BotParts,
  asked: Question,
  answer: Answer,
  found: Suggestion[],
  signal: AbortSignal,
): Promise<void> {
  const { askedOn, filter } = asked;
  const began = performance.now();
  // A search does not let a timer through: none is begun that would end too late, as far as the last ones tell.
  const { searchMs, answerMs } = answer.timings;
  let longest = answer.mode === 'extractive' ? searchMs + answerMs : searchMs;
  const question = completeQuestion(asked.question, asked.history, askedOn);
  for await (const variation of vary(parts, { ...asked, question }, answer)) {
    if (found.length === SUGGESTIONS || signal.aborted || parts.running.size() > 0) return;
    const next = { question: variation.question, askedOn, filter, history: [] };
    const from = performance.now();
    if (from - began + longest > parts.pace.suggestWithin) return;
    const isAnswerable = await parts.service.isAnswerable(next);
    longest = Math.max(longest, performance.now() - from);
    if (isAnswerable && !signal.aborted)
      found.push({ label: labelOf(variation), question: next.question, askedOn });
  }
}

async function* vary(parts: BotParts, asked: Question, answer: Answer): AsyncIterable<Variation> {
  const { question, askedOn } = asked;
  yield* askCourse(question, askedOn);
  if (isOfEarlierYear(answer)) return;
  yield* varyYear(question, askedOn, await heldDays(parts));
  if (answer.understood.places.length !== 1) return;
  const { hits } = await parts.service.search(asked, HITS);
  yield* varyPlace(
    question,
    askedOn,
    hits.map(({ article }) => article.headline ?? ''),
  ).slice(0, PLACES_TRIED);
}

/** What was asked of is not held, and an earlier year stood in for it: others need not be tried. */
function isOfEarlierYear({ citations, understood: { from } }: Answer): boolean {
  return from !== null && citations.every(({ issueDate }) => issueDate !== null && issueDate < from);
}

async function heldDays({ archive }: BotParts): Promise<{ from: string; to: string }> {
  const { newspapers } = await archive.coverage();
  const from = newspapers.flatMap((held) => held.from ?? []).sort();
  const to = newspapers.flatMap((held) => held.to ?? []).sort();
  return { from: from[0] ?? '9999', to: to.at(-1) ?? '0000' };
}

function labelOf(variation: Variation): string {
  if (variation.kind === 'year') return wording.otherYear(variation.year);
  return variation.kind === 'place' ? wording.otherPlace(variation.name) : wording.course();
}
