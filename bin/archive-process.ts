import type { IngestReport } from '../src/domain/ports.js';
import { createLog } from '../src/log.js';
import { chooseStore } from '../src/store/store.js';
import { giveWay } from '../src/system/give-way.js';
import type { ArchiveWord, ArchiveWork } from './archive-work.js';
import { createRealIngester } from './create-ingester.js';

/**
 * A process that does one work on the archive for the bot, so that taking pages apart never keeps its chats waiting. It
 * ends in order when it is told to stop, or when the bot is gone.
 */
giveWay();
const stopper = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, () => stopper.abort());

process.once('message', async (work: ArchiveWork) => {
  const word = await perform(work).then(
    (outcome): ArchiveWord => ({ kind: 'done', outcome }),
    ({ name, message }: Error): ArchiveWord => ({ kind: 'failed', name, message }),
  );
  say(word, () => process.disconnect());
});

async function perform(work: ArchiveWork): Promise<IngestReport | number> {
  const log = createLog(work.settings.logLevel);
  if (work.kind === 'remove') return removeFile(work, log);
  const ingest = createRealIngester(work.settings, { log, onBytes: () => {} });
  const onProgress = (progress: Extract<ArchiveWord, { kind: 'progress' }>['progress']) =>
    say({ kind: 'progress', progress });
  return ingest(work.options, { onProgress, signal: stopper.signal });
}

async function removeFile(
  { settings, path }: Extract<ArchiveWork, { kind: 'remove' }>,
  log: ReturnType<typeof createLog>,
): Promise<number> {
  const writer = await (await chooseStore(settings)).openWriter(log);
  try {
    const removed = await writer.removeFile(path);
    if (removed > 0) await writer.saveVectorIndex();
    return removed;
  } finally {
    await writer.close();
  }
}

function say(word: ArchiveWord, onSaid = () => {}): void {
  if (process.connected) process.send?.(word, onSaid);
}
