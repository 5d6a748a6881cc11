import { guardFetch, type ReplyBounds } from './guard-fetch.js';

/** Where OPENAI_BASE_URL points when it is not set. */
export const PUBLIC_OPENAI_ENDPOINT = 'https://api.openai.com/v1';

/** A batch of vectors is one line of a few million bytes. */
const LONGEST_REPLY = { bytes: 64 << 20, line: 64 << 20 };

/**
 * What every OpenAI client of ours is made with. The address is always given, so that the client does not look
 * for one in the environment; its own log, which goes to the console and repeats what the server sent, is off.
 */
export function openAIConfiguration(
  baseUrl: string | null,
  fetchUrl: typeof fetch,
  longestReply: ReplyBounds = LONGEST_REPLY,
) {
  return {
    baseURL: baseUrl ?? PUBLIC_OPENAI_ENDPOINT,
    fetch: guardFetch(fetchUrl, longestReply),
    logLevel: 'off' as const,
  };
}
