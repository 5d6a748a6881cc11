import { destination, pino } from 'pino';
import type { Log } from './domain/ports.js';
import type { LogLevel } from './domain/settings.js';

/** Structured lines on standard error. Errors are logged with message and stack; secrets must not be handed in. */
export function createLog(level: LogLevel): Log {
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return pino(
    { ...options, serializers: { error: pino.stdSerializers.err } },
    destination({ fd: 2, sync: true }),
  );
}
