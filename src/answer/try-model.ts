import type { Sentence } from '../domain/answer.js';
import { ChatModelError } from '../domain/errors.js';
import type { ChatModel, Log } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import type { Passage } from '../search/passages.js';
import { withDeadline } from '../system/with-deadline.js';
import type { Claim } from './claim.js';
import { compose } from './compose.js';
import { answerWithModel } from './model-answer.js';

/** The whole answer of a model must be there within this time, else the extractive answer takes its place. */
const TIME_LIMIT_MS = 30_000;

/**
 * The model's checked sentences with the note that belongs to them; none where the endpoint failed or took too long
 * before the first one, or said nothing that stood the check.
 */
export async function tryModel(
  chat: ChatModel,
  query: Query,
  passages: readonly Passage[],
  onSentence: (sentence: Sentence) => void,
  log: Log,
  signal?: AbortSignal,
): Promise<{ claims: Claim[]; note: string }> {
  const shown: Claim[] = [];
  const show = (claim: Claim) => {
    shown.push(claim);
    const sentence = compose(shown).sentences[shown.length - 1];
    if (sentence) onSentence(sentence);
  };
  try {
    const { claims, dropped } = await withDeadline(TIME_LIMIT_MS, signal, (limits) =>
      answerWithModel(chat, query, passages, show, limits),
    );
    if (!claims.length) return { claims, note: wording.modelSaidNothing(dropped) };
    return { claims, note: wording.checked(claims.length, dropped) };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ChatModelError) && !isTimeout(error)) throw error;
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'The language model failed');
    const reason = error instanceof ChatModelError ? error.message : wording.modelTooSlow();
    // What was shown stays: it was checked, and taking it back would show the person two answers.
    return {
      claims: shown,
      note: shown.length ? wording.modelBrokeOff(reason) : wording.modelFailed(reason),
    };
  }
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';
