import type { ChatModel } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import { formatAnswerPrompt } from '../models/format-answer-prompt.js';
import type { Passage } from '../search/passages.js';
import { checkClaim } from './check-claim.js';
import type { Claim } from './claim.js';
import { parseDraft } from './parse-draft.js';

/** What came of asking the model: the claims that stood the check, and how many sentences did not. */
type ModelAnswer = { claims: Claim[]; dropped: number };

/**
 * Lets the model answer from the passages and checks each sentence before it counts.
 * @throws ChatModelError when the endpoint fails; what was checked until then was handed to `onClaim`.
 */
export async function answerWithModel(
  chat: ChatModel,
  query: Query,
  passages: readonly Passage[],
  onClaim: (claim: Claim) => void,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const prompt = await formatAnswerPrompt({
    question: query.text,
    askedOn: query.askedOn,
    dateRange: query.times[0] ?? null,
    passages: passages.map(({ article, start, end }) => ({
      ...article,
      text: article.body.slice(start, end),
    })),
  });
  const claims: Claim[] = [];
  let dropped = 0;
  for await (const draft of parseDraft(chat.stream(prompt, signal))) {
    const checked = checkClaim(draft, passages, query.askedOn);
    const claim = 'claim' in checked ? checked.claim : null;
    if (claim) {
      claims.push(claim);
      onClaim(claim);
    } else dropped++;
  }
  return { claims, dropped };
}
