import type { Log } from '../../src/domain/ports.js';

/** A log that keeps the messages of warnings and errors. */
export function createRecordingLog(): Log & { warnings: string[] } {
  const warnings: string[] = [];
  const keep = (_facts: object, message: string) => {
    warnings.push(message);
  };
  return { warnings, debug() {}, info() {}, warn: keep, error: keep };
}
