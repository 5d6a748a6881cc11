import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatOpenAI } from '@langchain/openai';
import { ChatModelError } from '../domain/errors.js';
import type { ChatModel } from '../domain/ports.js';
import type { ChatSettings } from '../domain/settings.js';
import { endpointFailed } from '../domain/wording/models.js';
import { raceWithSignal } from '../system/race-with-signal.js';
import { toEndpointFault } from './endpoint-fault.js';
import { openAIConfiguration, PUBLIC_OPENAI_ENDPOINT } from './openai-endpoint.js';
import { publicUrl } from './public-url.js';
import { retryPause } from './retry-pause.js';

export type ChatModelOptions = {
  fetch: typeof fetch;
  /** How long to wait for the first and for each further sign of life, milliseconds. */
  patience: number;
  maxRetries: number;
  /** The longest pause before a retry, milliseconds: a server that asks for more is given up at once. */
  longestPause: number;
};

/** Half a minute of a very fast model that streams its thoughts, each token in an event (a line) of its own. */
const LONGEST_REPLY = { bytes: 4 << 20, line: 256 << 10 };

/** A busy model may take half a minute to begin; whoever asks sets a limit for the whole. */
const DEFAULTS: ChatModelOptions = {
  fetch: globalThis.fetch,
  patience: 60_000,
  maxRetries: 1,
  longestPause: 10_000,
};

/**
 * A language model behind an OpenAI-compatible endpoint. Its stream ends with a ChatModelError, a sentence
 * without the key, where the endpoint refuses, fails, falls silent or answers something else, and when the
 * signal aborts.
 */
export function createChatModel(settings: ChatSettings, options: Partial<ChatModelOptions> = {}): ChatModel {
  return {
    name: settings.model,
    async *stream(input, signal) {
      for await (const piece of streamPieces(settings, options, input, signal)) if (piece !== '') yield piece;
    },
  };
}

/**
 * The pieces of the reply as they come; a piece is empty where the model is thinking. A request that fails before its
 * first piece is made again where that may help.
 */
export async function* streamPieces(
  settings: ChatSettings,
  options: Partial<ChatModelOptions>,
  input: { system: string; user: string },
  signal: AbortSignal,
): AsyncGenerator<string> {
  const completed = { ...DEFAULTS, ...options };
  for (let attempt = 0; ; attempt++) {
    let began = false;
    try {
      for await (const piece of streamOnce(settings, completed, input, signal)) {
        began = true;
        yield piece;
      }
      return;
    } catch (error) {
      const mayRetry = !began && attempt < completed.maxRetries && !signal.aborted;
      const pause = mayRetry ? retryPause(error, completed.longestPause, Date.now()) : null;
      if (pause === null) throw toChatModelError(settings, error);
      try {
        await sleep(pause, undefined, { signal });
      } catch {
        throw toChatModelError(settings, signal.reason);
      }
    }
  }
}

/**
 * One request. The client's `timeout` ends with the first byte, so a timer of ours, set anew at each piece, covers the
 * rest; it and the caller's signal are raced against each piece, for a connection that does not close when told to.
 */
async function* streamOnce(
  settings: ChatSettings,
  options: ChatModelOptions,
  input: { system: string; user: string },
  signal: AbortSignal,
): AsyncGenerator<string> {
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal.reason);
  const silence = createTimer(options.patience, () =>
    stop.abort(new DOMException('no sign of life', 'TimeoutError')),
  );
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  let pieces = 0;
  try {
    const open = await prepareRequest(settings, options, input);
    silence.start();
    const reply = await raceWithSignal(open(stop.signal), stop.signal);
    for (;;) {
      const { done, value } = await raceWithSignal(reply.next(), stop.signal);
      // The client ends an aborted stream as if it were complete.
      stop.signal.throwIfAborted();
      if (done) break;
      silence.stop();
      pieces++;
      yield value.text;
      silence.start();
    }
    if (pieces === 0) throw new Error('the reply held no event');
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    silence.stop();
    signal.removeEventListener('abort', onAbort);
    stop.abort();
  }
}

function createTimer(milliseconds: number, work: () => void) {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    timer = setTimeout(work, milliseconds);
  };
  return { start, stop };
}

type Reply = AsyncIterator<{ text: string }>;

/** What takes time without anybody being waited for: half a second of loading, once, for those with a model. */
async function prepareRequest(
  settings: ChatSettings,
  options: ChatModelOptions,
  input: { system: string; user: string },
): Promise<(signal: AbortSignal) => Promise<Reply>> {
  const { HumanMessage, SystemMessage } = await import('langchain');
  const client = await createClient(settings, options);
  const messages = [new SystemMessage(input.system), new HumanMessage(input.user)];
  return async (signal) => (await client.stream(messages, { signal }))[Symbol.asyncIterator]();
}

async function createClient(settings: ChatSettings, options: ChatModelOptions): Promise<ChatOpenAI> {
  const { ChatOpenAI } = await import('@langchain/openai');
  return new ChatOpenAI({
    // A local server wants no key, but the client insists on one.
    apiKey: settings.apiKey || 'none',
    model: settings.model,
    configuration: openAIConfiguration(settings.baseUrl, options.fetch, LONGEST_REPLY),
    streaming: true,
    // Compatible servers refuse `stream_options`, which it would send.
    streamUsage: false,
    timeout: options.patience,
    // LangChain's own retries obey no Retry-After and know no limit.
    maxRetries: 0,
    ...(takesTemperature(settings.model) ? { temperature: 0 } : {}),
  });
}

/** OpenAI's reasoning models refuse every temperature but their own. */
function takesTemperature(model: string): boolean {
  return !/^(o\d|gpt-5(?!-chat))/.test(model);
}

/** The client's error is not kept as `cause`: what a server said may repeat the key. */
function toChatModelError(settings: ChatSettings, error: unknown): ChatModelError {
  const address = publicUrl(settings.baseUrl ?? PUBLIC_OPENAI_ENDPOINT);
  const fault = toEndpointFault(error, settings.apiKey);
  return new ChatModelError(endpointFailed('chat', address, settings.model, fault));
}
