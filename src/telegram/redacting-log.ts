import type { Log } from '../domain/ports.js';

/**
 * A log that never shows the token: grammY's and fetch's errors hold the request's address, and with it the
 * token. Errors become their name, message and causes; the token is struck out of every string.
 */
export function createRedactingLog(log: Log, token: string): Log {
  const clean = (value: unknown) => redact(value, token, 0);
  const write = (level: keyof Log) => (facts: object, message: string) =>
    log[level](clean(facts) as object, clean(message) as string);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

const DEEPEST = 6;

function redact(value: unknown, token: string, depth: number): unknown {
  if (typeof value === 'string') return strike(value, token);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '…';
  if (value instanceof Error) return redact(describeError(value), token, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, token, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [strike(name, token), redact(item, token, depth + 1)]),
  );
}

function strike(text: string, token: string): string {
  if (token === '') return text;
  return text.replaceAll(token, '<token>').replaceAll(encodeURIComponent(token), '<token>');
}

/**
 * grammY keeps the cause of an HttpError and of a BotError in `error`. The payload of a call is not told: it
 * holds texts. A stack is told of bugs only, not of what the network or the server did.
 */
function describeError(error: Error): object {
  const { name, message, stack } = error;
  const {
    code,
    error_code,
    error: wrapped,
  } = error as { code?: unknown; error_code?: unknown; error?: unknown };
  const cause = error.cause ?? wrapped;
  if (cause !== undefined) return { name, message, cause };
  if (typeof code === 'string') return { name, message, code };
  return error_code === undefined ? { name, message, stack } : { name, message };
}
