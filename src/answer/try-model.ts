import type { Sentence } from '../domain/answer.js';
import { ChatModelError } from '../domain/errors.js';
import type { ChatModel, Log } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import type { Passage } from '../search/passages.js';
import { withDeadline } from '../system/with-deadline.js';
import type { Claim } from './claim.js';
import { answerWithModel, type ModelSaid } from './model-answer.js';
import { createClaimScreen } from './show-claims.js';

/**
 * The model must have answered within this time (milliseconds), its one retry included, so that with the search before
 * it and the extracts behind it the whole answer takes half a minute at most.
 */
const TIME_LIMIT = 28_000;

/** `claims` were shown and stay; none: the extracts are the answer. `isPartial`: the extracts must follow them. */
export type ModelAnswer = { claims: readonly Claim[]; note: string; isPartial: boolean };

/**
 * The model's checked sentences with the one note that belongs to them; none where the endpoint failed or took too
 * long before the first one, or what stood the check does not answer.
 */
export async function tryModel(
  { chat, log, timeLimit = TIME_LIMIT }: { chat: ChatModel; log: Log; timeLimit?: number | undefined },
  query: Query,
  passages: readonly Passage[],
  onSentence: (sentence: Sentence) => void,
  signal?: AbortSignal,
): Promise<ModelAnswer> {
  const said: ModelSaid = { dropped: 0, notFound: false };
  const screen = createClaimScreen(query, onSentence);
  const reason = await failureOf(log, signal, () =>
    withDeadline(timeLimit, signal, (limits) =>
      answerWithModel({ chat, log }, query, passages, said, screen.add, limits),
    ),
  );
  const claims = screen.shown;
  const kept = claims.length;
  if (!kept)
    return {
      claims,
      note: reason === null ? whyNothing(said, screen.held.length) : wording.modelFailed(reason),
      isPartial: false,
    };
  if (reason !== null)
    return { claims, note: wording.modelBrokeOff(kept, said.dropped, reason), isPartial: false };
  const isPartial = query.kind === 'list' && kept < said.dropped;
  return {
    claims,
    note: isPartial ? wording.checkedInPart(kept, said.dropped) : wording.checked(kept, said.dropped),
    isPartial,
  };
}

/** null where the work came to its end; bugs and the person's own abort are thrown on. */
async function failureOf(
  log: Log,
  signal: AbortSignal | undefined,
  work: () => Promise<void>,
): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ChatModelError) && !isTimeout(error)) throw error;
    const reason = error instanceof ChatModelError ? error.message : wording.modelTooSlow();
    log.warn({ reason }, 'The language model failed');
    return reason;
  }
}

function whyNothing({ dropped, notFound }: ModelSaid, held: number): string {
  if (dropped + held > 0) return wording.modelLeftNothing(dropped, held);
  return notFound ? wording.modelFoundNothing() : wording.modelOutOfForm();
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';
