import { setImmediate } from 'node:timers/promises';
import type { ChatModel, Log } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import { formatAnswerPrompt } from '../models/format-answer-prompt.js';
import type { Passage } from '../search/passages.js';
import { boundPassages } from './bound-passages.js';
import { checkClaim } from './check-claim.js';
import type { Claim } from './claim.js';
import { NOT_FOUND, parseDraft } from './parse-draft.js';

/** What a model said besides the claims that were handed out: how many of its sentences fell, and how it ended. */
export type ModelSaid = { dropped: number; notFound: boolean };

/**
 * Lets the model answer from the passages and checks each sentence before it counts; those that stand go to `onClaim`,
 * each once, as soon as their line is complete. `said` is kept up to date while the reply comes.
 * @throws ChatModelError when the endpoint fails.
 */
export async function answerWithModel(
  { chat, log }: { chat: ChatModel; log: Log },
  query: Query,
  passages: readonly Passage[],
  said: ModelSaid,
  onClaim: (claim: Claim) => void,
  signal: AbortSignal,
): Promise<void> {
  const bounded = boundPassages(passages);
  const prompt = await formatAnswerPrompt({
    question: query.text,
    askedOn: query.askedOn,
    dateRange: query.times[0] ?? null,
    passages: bounded.map(({ article, start, end }) => ({
      ...article,
      text: article.body.slice(start, end),
    })),
  });
  const texts = new Set<string>();
  for await (const draft of parseDraft(chat.stream(prompt, signal))) {
    if (draft === NOT_FOUND) {
      said.notFound = true;
      return;
    }
    // A check takes milliseconds; timers and other people's questions come in between.
    await setImmediate();
    signal.throwIfAborted();
    const checked = checkClaim(draft, bounded, query.askedOn);
    if ('fault' in checked) {
      said.dropped++;
      log.debug({ fault: checked.fault, sentence: draft.text }, "A model's sentence did not stand the check");
    } else if (!texts.has(checked.claim.text)) {
      texts.add(checked.claim.text);
      onClaim(checked.claim);
    }
  }
}
