import { createRequire } from 'node:module';
import type { Log } from './domain/ports.js';
import type { LogLevel } from './domain/settings.js';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * Structured lines on standard error. Errors are logged with message and stack; secrets must not be handed in. pino is
 * loaded for the first line that is written: most commands write none.
 */
export function createLog(level: LogLevel): Log {
  let log: Log | undefined;
  const at = (own: keyof Log) => (facts: object, message: string) => {
    if (LEVELS.indexOf(own) < LEVELS.indexOf(level)) return;
    log ??= openLog(level);
    log[own](facts, message);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function openLog(level: LogLevel): Log {
  const { destination, pino } = createRequire(import.meta.url)('pino') as typeof import('pino');
  /** What was made plain before (with its secrets struck out) stays as it is: the serializer would drop its cause. */
  const describeError = (error: unknown): unknown =>
    error instanceof Error ? pino.stdSerializers.err(error) : error;
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return pino({ ...options, serializers: { error: describeError } }, destination({ fd: 2, sync: true }));
}
