import { BaowenError } from '../domain/errors.js';
import type { Check } from '../domain/ports.js';
import type { ChatSettings } from '../domain/settings.js';
import { chatAnswers, chatCheckName, chatMend, chatOff } from '../domain/wording/models.js';
import { streamPieces } from './chat-model.js';
import { formatPrompt } from './format-prompt.js';
import { PUBLIC_OPENAI_ENDPOINT } from './openai-endpoint.js';
import { publicUrl } from './public-url.js';

/** Says for `doctor` whether the language model begins to answer within the time (milliseconds). */
export async function checkChatModel(
  settings: ChatSettings | null,
  world: { fetch: typeof fetch; timeout?: number },
): Promise<Check> {
  const name = chatCheckName();
  if (settings === null) return { name, state: 'off', message: chatOff(), mend: null };
  const timeout = world.timeout ?? 15_000;
  const options = { fetch: world.fetch, patience: timeout, maxRetries: 0 };
  try {
    const input = await formatPrompt('check', {});
    // Leaving the loop at the first piece ends the request.
    for await (const _ of streamPieces(settings, options, input, AbortSignal.timeout(timeout))) break;
  } catch (error) {
    if (!(error instanceof BaowenError)) throw error;
    return { name, state: 'broken', message: error.message, mend: chatMend() };
  }
  const address = publicUrl(settings.baseUrl ?? PUBLIC_OPENAI_ENDPOINT);
  return { name, state: 'ok', message: chatAnswers(settings.model, address), mend: null };
}
