import { BaowenError } from '../domain/errors.js';
import * as wording from '../domain/wording/cli.js';
import { type Output, OutputClosedError } from './output.js';

/** What happened, for standard error: an expected failure is its own sentence, a bug shows its stack. */
export function formatFailure(error: unknown): string {
  if (error instanceof BaowenError) return error.message;
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${wording.internalError()}\n${details}`;
}

/** The exit code as shells number it: ended by an interrupt. */
export const INTERRUPTED = 130;

/** Says what ended the program, where there is something to say, and returns the exit code. */
export function reportFailure(error: unknown, output: Output, signal: AbortSignal): number {
  if (error instanceof OutputClosedError) return 0;
  if (signal.aborted) {
    output.notice(wording.interrupted());
    return INTERRUPTED;
  }
  output.notice(formatFailure(error));
  return error instanceof BaowenError ? error.exitCode : 1;
}
