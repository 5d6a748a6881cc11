import { EmbeddingError } from '../domain/errors.js';
import { hubAnswered, hubSilent } from '../domain/wording/models.js';

/** Milliseconds. */
export type HubPatience = {
  /** Until the hub's answer begins. */
  connect: number;
  /** Between two pieces of it. */
  stall: number;
};

/**
 * The bytes behind `url`, as they come. Throws EmbeddingError when the answer is not 200, does not begin in
 * time or stops half-way; else what `fetch` throws.
 */
export async function* fetchFromHub(
  url: string,
  fetchUrl: typeof fetch,
  patience: HubPatience,
): AsyncGenerator<Uint8Array> {
  const abort = new AbortController();
  // undici's own timeouts are minutes long; one timer, set anew at each sign of life, covers all stages.
  let timer = setTimeout(() => abort.abort(), patience.connect);
  try {
    const response = await fetchUrl(url, { signal: abort.signal });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new EmbeddingError(hubAnswered(response.status));
    }
    for await (const piece of response.body) {
      clearTimeout(timer);
      yield piece;
      timer = setTimeout(() => abort.abort(), patience.stall);
    }
  } catch (error) {
    if (abort.signal.aborted) throw new EmbeddingError(hubSilent());
    throw error;
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}
