import { ArchiveBusyError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/telegram-uploads.js';
import type { Upload } from '../../store/bot/upload-store.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';
import { withApology } from '../with-apology.js';
import { deleteUpload } from './download.js';

/** Takes an ingest back, for a pressed button. It waits for the ingests that are running. */
export async function undoUpload(turn: Turn, uploadId: number): Promise<void> {
  turn.parts.uploads.add(() => withApology(turn, () => takeBack(turn, uploadId)));
}

/** The file's articles go, then the file. */
export async function takeBack(turn: Turn, uploadId: number): Promise<void> {
  const { store } = turn.parts;
  const upload = store.uploads.find(uploadId);
  if (upload === null || upload.adminId !== turn.sender?.id) return turn.say(wording.undoneBefore());
  const removed = await removeFile(turn, upload);
  if (removed === null) return turn.say(wording.busyForUndo());
  await deleteUpload(upload.path);
  store.uploads.remove(uploadId);
  await turn.show(showText(wording.undone(upload.name, removed)));
}

/** null: another program is writing. */
async function removeFile({ parts }: Turn, { path }: Upload): Promise<number | null> {
  try {
    return await parts.administration.removeFile(path);
  } catch (error) {
    if (error instanceof ArchiveBusyError) return null;
    throw error;
  }
}
