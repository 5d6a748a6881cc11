import type { Writable } from 'node:stream';
import { BaowenError } from '../domain/errors.js';
import { outputFailed } from '../domain/wording/cli.js';
import { escapeControls } from './escape-controls.js';
import { createProgress, type Progress } from './progress.js';
import { createStyle, type Style } from './style.js';
import type { Surroundings } from './surroundings.js';

/** Nobody reads standard output any more (`| head`): not a failure, there is just nothing left to do. */
export class OutputClosedError extends Error {
  override name = 'OutputClosedError';
}

/** Both streams of the terminal; the progress line never mixes with what is printed. */
export type Output = {
  /** Data, exactly as given; resolves when the stream has taken it. */
  write(text: string): Promise<void>;
  /** Data for a person: one line or several, the line break added. */
  print(text: string): Promise<void>;
  /** A sentence on standard error. Control characters of quoted input are made harmless. */
  notice(text: string): void;
  style: Style;
  progress: Progress;
};

/** @throws OutputClosedError, BaowenError from `write` and `print` when standard output takes no text. */
export function createOutput({ stdout, stderr, env, now }: Surroundings): Output {
  // Without a listener the stream's error event would end the process; `write` reports it in its callback.
  stdout.on('error', () => {});
  stderr.on('error', () => {});
  const progress = createProgress(stderr, now);
  const write = (text: string) => {
    progress.clear();
    return writeTo(stdout, text);
  };
  return {
    write,
    print: (text) => write(`${text}\n`),
    notice: (text) => {
      progress.clear();
      stderr.write(`${escapeControls(text)}\n`);
    },
    style: createStyle(stdout, env),
    progress,
  };
}

function writeTo(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(toOutputError(error)) : resolve()));
  });
}

function toOutputError(error: NodeJS.ErrnoException): Error {
  const closed = ['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'];
  if (closed.includes(error.code ?? '')) return new OutputClosedError();
  return new BaowenError(outputFailed(error.message), { cause: error });
}
