import type { EndpointFault } from '../domain/wording/models.js';

/**
 * What went wrong at an OpenAI-compatible endpoint, told from what @langchain/openai, the OpenAI client under it
 * and `fetch` throw. `secret` is blotted out of what the server said.
 */
export function toEndpointFault(error: unknown, secret: string): EndpointFault {
  const { name, status, message, inStream } = facts(error);
  if (hasCause(error, 'ReplyTooLongError')) return { kind: 'too-long' };
  if (inStream) return { kind: 'rejected', status: null, said: blotOut(message, secret) };
  if (status !== null) return toStatusFault(status, message, secret);
  if (/ByteString|invalid header value/i.test(message)) return { kind: 'unsendable-key' };
  if (name === 'TimeoutError' || /timed out|timeout/i.test(message)) return { kind: 'timeout' };
  if (name === 'AbortError' || /abort/i.test(message)) return { kind: 'aborted' };
  const code = findCode(error);
  if (code !== null) return { kind: 'unreachable', code };
  if (/connection error|fetch failed|terminated|premature close/i.test(message)) {
    return { kind: 'unreachable', code: null };
  }
  return { kind: 'garbage' };
}

function toStatusFault(status: number, message: string, secret: string): EndpointFault {
  if (status >= 300 && status < 400) return { kind: 'redirected', status };
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 402 || status === 403) return { kind: 'forbidden' };
  if (status === 404) return { kind: 'not-found' };
  if (status === 408) return { kind: 'timeout' };
  if (status === 429) return { kind: 'busy' };
  if (status >= 500) return { kind: 'server', status };
  return { kind: 'rejected', status, said: blotOut(message, secret) };
}

/** One line of what a server said, without the key that it may repeat and without LangChain's advertisement. */
function blotOut(message: string, secret: string): string {
  const said = message.replace(/\s*Troubleshooting URL:.*$/s, '').replace(/^\d{3} /, '');
  const blotted = secret.length > 0 ? said.replaceAll(secret, '…') : said;
  return (
    blotted
      .replace(/\b(sk|key)-[\w*-]+/gi, '…')
      // A channel would make a link of it.
      .replace(/\b[a-z]+:\/\/\S+|\bwww\.\S+/gi, '…')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 200)
  );
}

type Facts = {
  name: string;
  /** The HTTP status; null where no answer came. */
  status: number | null;
  message: string;
  /** The server began to answer and then sent an error object in the stream. */
  inStream: boolean;
};

function facts(error: unknown): Facts {
  if (!(error instanceof Error)) return { name: '', status: null, message: String(error), inStream: false };
  const { status, error: body } = error as { status?: unknown; error?: unknown };
  const known = typeof status === 'number' ? status : null;
  const inStream = known === null && typeof body === 'object' && body !== null;
  return { name: error.name, status: known, message: error.message, inStream };
}

function hasCause(error: unknown, name: string): boolean {
  for (let at = error, depth = 0; depth < 5 && at instanceof Error; depth++, at = at.cause)
    if (at.name === name) return true;
  return false;
}

/** The system's code (ECONNREFUSED, ENOTFOUND …), which stands one to three causes deep. */
function findCode(error: unknown): string | null {
  let at = error;
  for (let depth = 0; depth < 5 && at instanceof Error; depth++) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^(E[A-Z_]+|UND_ERR_\w+|CERT_\w+|DEPTH_\w+|SELF_\w+)$/.test(code))
      return code;
    at = at.cause;
  }
  return null;
}
