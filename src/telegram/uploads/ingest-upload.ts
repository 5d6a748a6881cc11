import { ArchiveBusyError } from '../../domain/errors.js';
import type { IngestedFile, IngestOptions } from '../../domain/ports.js';
import { formatStage } from '../../domain/wording/cli-ingest.js';
import * as wording from '../../domain/wording/telegram-uploads.js';
import type { Upload } from '../../store/bot/upload-store.js';
import type { Turn } from '../turn.js';
import { deleteUpload } from './download.js';
import { showReport } from './show-report.js';
import type { StatusMessage } from './status-message.js';

/** Takes a kept file in, with progress, and says what came of it. What took nothing in cannot be taken back. */
export async function ingestUpload(
  turn: Turn,
  upload: Upload,
  given: Omit<IngestOptions, 'paths'>,
  status: StatusMessage,
): Promise<void> {
  const { administration, stopping, store } = turn.parts;
  const drop = async () => {
    store.uploads.remove(upload.uploadId);
    await deleteUpload(upload.path);
  };
  const report = await administration
    .ingest(
      { paths: [upload.path], ...given },
      {
        onProgress: (progress) => status.show(wording.progress(upload.name, formatStage(progress))),
        signal: stopping,
      },
    )
    .catch(async (error: unknown) => {
      if (error instanceof ArchiveBusyError) await drop();
      throw error;
    });
  const result: IngestedFile['status'] =
    report.files.find(({ path }) => path === upload.path)?.status ?? 'failed';
  await showReport(turn, upload, report);
  if (result === 'failed') await drop();
  // Its articles were there before under a file that is gone: taking it back would take them away.
  if (result === 'renamed') store.uploads.remove(upload.uploadId);
  await status.finish(result === 'failed' ? wording.failed(upload.name) : wording.done(upload.name));
}
