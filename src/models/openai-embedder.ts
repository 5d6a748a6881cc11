import type { OpenAIEmbeddings } from '@langchain/openai';
import { EmbeddingError } from '../domain/errors.js';
import type { Embedder, EmbeddingModel } from '../domain/ports.js';
import type { EmbeddingSettings } from '../domain/settings.js';
import { badVectorCount, endpointFailed } from '../domain/wording/models.js';
import { raceWithSignal } from '../system/race-with-signal.js';
import { toEndpointFault } from './endpoint-fault.js';
import { openAIConfiguration, PUBLIC_OPENAI_ENDPOINT } from './openai-endpoint.js';
import { publicUrl } from './public-url.js';
import { toUnitVector } from './unit-vector.js';

export type OpenAIEmbedderOptions = {
  fetch: typeof fetch;
  /** The archive's model: where it is this one, its dimension need not be asked for. */
  known?: EmbeddingModel | null;
  /** Of one request, milliseconds. */
  timeout?: number;
  maxRetries?: number;
};

/** Some compatible endpoints take no more than ten texts at once. */
const TEXTS_PER_REQUEST = 10;
const REQUESTS_SIDE_BY_SIDE = 4;
/** A question longer than this is cut; models of this kind take some 8,000 tokens at most. Characters. */
const MAX_CHARACTERS = 6000;
/** One request may be repeated twice, each time after a pause that the endpoint asks for. */
const PATIENCE = { timeout: 30_000, maxRetries: 2, deadlineFactor: 4 };
/** A person waits for the answer to a question, and words alone find much: milliseconds. */
const QUESTION_DEADLINE = 8_000;

/**
 * An embedding model behind an OpenAI-compatible endpoint. Asks for one vector to learn the dimension, unless it
 * is known. Throws EmbeddingError, here and later, where the endpoint fails or answers other than with one finite
 * vector of that dimension for each text.
 */
export async function createOpenAIEmbedder(
  settings: EmbeddingSettings['openai'],
  options: OpenAIEmbedderOptions,
): Promise<Embedder> {
  const id = `openai:${settings.model}`;
  const ending = new AbortController();
  const client = await createClient(settings, {
    ...options,
    fetch: stoppableFetch(options.fetch, ending.signal),
  });
  const deadline = (options.timeout ?? PATIENCE.timeout) * PATIENCE.deadlineFactor;
  let dimension = options.known?.id === id ? options.known.dimension : null;

  async function embed(texts: readonly string[], within = deadline): Promise<Float32Array[]> {
    const cut = texts.map((text) => text.slice(0, MAX_CHARACTERS));
    const vectors = await translateFaults(settings, () =>
      // LangChain heeds a Retry-After of up to a minute, outside the client's timeout.
      raceWithSignal(client.embedDocuments(cut), AbortSignal.timeout(within)),
    );
    if (vectors.length !== texts.length) throw new EmbeddingError(badVectorCount(texts.length));
    return vectors.map((vector) => toUnitVector(vector, dimension));
  }

  async function embedOne(text: string, within: number): Promise<Float32Array> {
    const [vector] = await embed([text], within);
    if (vector === undefined) throw new EmbeddingError(badVectorCount(1));
    return vector;
  }

  try {
    dimension ??= (await embedOne('报纸', deadline)).length;
  } catch (error) {
    ending.abort();
    throw error;
  }
  return {
    id,
    dimension,
    embedQuery: (text) => embedOne(text, Math.min(deadline, QUESTION_DEADLINE)),
    async embedPassages(texts) {
      const vectors: Float32Array[] = [];
      const step = TEXTS_PER_REQUEST * REQUESTS_SIDE_BY_SIDE;
      for (let at = 0; at < texts.length; at += step)
        vectors.push(...(await embed(texts.slice(at, at + step))));
      return vectors;
    },
    async close() {
      ending.abort();
    },
  };
}

/**
 * LangChain takes no signal for embeddings, and a request that nobody waits for would keep the process alive. What
 * is asked after the end is refused (400), as an error of the network would be repeated.
 */
function stoppableFetch(fetchOutside: typeof fetch, ended: AbortSignal): typeof fetch {
  return async (input, init) => {
    if (ended.aborted) return new Response(null, { status: 400 });
    const signal = AbortSignal.any([ended, ...(init?.signal ? [init.signal] : [])]);
    return fetchOutside(input, { ...init, signal });
  };
}

async function createClient(
  settings: EmbeddingSettings['openai'],
  options: OpenAIEmbedderOptions,
): Promise<OpenAIEmbeddings> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  return new OpenAIEmbeddings({
    // A local server wants no key, but the client insists on one.
    apiKey: settings.apiKey || 'none',
    model: settings.model,
    configuration: openAIConfiguration(settings.baseUrl, options.fetch),
    // The default, base64, is not understood everywhere.
    encodingFormat: 'float',
    batchSize: TEXTS_PER_REQUEST,
    maxConcurrency: REQUESTS_SIDE_BY_SIDE,
    timeout: options.timeout ?? PATIENCE.timeout,
    maxRetries: options.maxRetries ?? PATIENCE.maxRetries,
  });
}

/** The client's errors are not kept as `cause`: what a server said may repeat the key. */
async function translateFaults<Value>(
  settings: EmbeddingSettings['openai'],
  request: () => Promise<Value>,
): Promise<Value> {
  try {
    return await request();
  } catch (error) {
    const fault = toEndpointFault(error, settings.apiKey);
    const address = publicUrl(settings.baseUrl ?? PUBLIC_OPENAI_ENDPOINT);
    throw new EmbeddingError(endpointFailed('embedding', address, settings.model, fault));
  }
}
