import { destination, pino } from 'pino';
import type { Log } from './domain/ports.js';
import type { LogLevel } from './domain/settings.js';

/** Structured lines on standard error. Errors are logged with message and stack; secrets must not be handed in. */
export function createLog(level: LogLevel): Log {
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return pino({ ...options, serializers: { error: describeError } }, destination({ fd: 2, sync: true }));
}

/** What was made plain before (with its secrets struck out) stays as it is: the serializer would drop its cause. */
function describeError(error: unknown): unknown {
  return error instanceof Error ? pino.stdSerializers.err(error) : error;
}
