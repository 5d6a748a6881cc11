import { fork } from 'node:child_process';
import * as errors from '../src/domain/errors.js';
import type { IngestWatch } from '../src/domain/ingest-watch.js';
import type { IngestReport } from '../src/domain/ports.js';
import { processEnded } from '../src/domain/wording/telegram-uploads.js';
import type { ArchiveWord, ArchiveWork } from './archive-work.js';

type Watch = Pick<IngestWatch, 'onProgress' | 'signal'>;
type Outcome<Work> = Work extends { kind: 'ingest' } ? IngestReport : number;

/**
 * Does a work on the archive in a process of its own. A signal that aborts tells it to end in order: what it has done so
 * far is its outcome.
 * @throws what the work threw; StoreError when the process ends without a word.
 */
export function runArchiveProcess<Work extends ArchiveWork>(
  work: Work,
  { onProgress, signal }: Watch = {},
): Promise<Outcome<Work>> {
  // What it prints would stand in the bot's own output; its log goes where the bot's goes.
  const child = fork(new URL('./archive-process.js', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<Outcome<Work>>((done, fail) => {
    child.on('message', (word: ArchiveWord) => {
      if (word.kind === 'progress') onProgress?.(word.progress);
      else if (word.kind === 'done') done(word.outcome as Outcome<Work>);
      else fail(toError(word));
    });
    child.on('error', fail);
    // Unlike its exit, the end of the channel comes after all that was said over it.
    child.on('disconnect', () => fail(new errors.StoreError(processEnded())));
    child.send(work);
  }).finally(() => signal?.removeEventListener('abort', stop));
}

/** An expected failure keeps its class; everything else is a bug. */
function toError({ name, message }: { name: string; message: string }): Error {
  const known = errors as unknown as Record<string, typeof errors.BaowenError | undefined>;
  const kind = known[name];
  return kind === undefined ? new Error(message) : new kind(message);
}
