import { ArchiveBusyError, BaowenError } from '../../domain/errors.js';
import type { IngestOptions } from '../../domain/ports.js';
import { apology, turnFailed } from '../../domain/wording/telegram.js';
import * as wording from '../../domain/wording/telegram-uploads.js';
import { dayInShanghai } from '../../text/calendar.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';
import { downloadFile, LARGEST_FILE } from './download.js';
import { nameDocument } from './file-name.js';
import type { SentFile } from './find-upload.js';
import { parseGivenFacts } from './given-facts.js';
import { ingestUpload } from './ingest-upload.js';
import { type StatusMessage, sendStatusMessage } from './status-message.js';

/** More at once are a mistake. */
const MOST_WAITING = 50;

/** Takes a sent file in, beside all else that the bot does: the chat goes on meanwhile. */
export async function takeUpload(turn: Turn, sent: SentFile): Promise<void> {
  const { administration, uploads } = turn.parts;
  const { document } = sent;
  const name = nameDocument(document);
  const say = (sentence: string) => turn.show(showText(sentence));
  if (!administration.isReadable(name)) return say(wording.cannotRead(name, administration.endings));
  if ((document.file_size ?? 0) > LARGEST_FILE) return say(wording.fileTooLarge());
  if (uploads.size() >= MOST_WAITING) return say(wording.tooManyWaiting());
  const given = await readGiven(turn, sent);
  if (given === null) return say(wording.captionNotUnderstood(sent.caption));
  const isWaiting = uploads.size() > 0;
  const status = await sendStatusMessage(turn, isWaiting ? wording.waiting(name) : wording.downloading(name));
  uploads.add(() => work(turn, sent, given, name, status));
}

/** null: what stands behind /ingest is not understood. Any other caption may just be a remark. */
async function readGiven(turn: Turn, { caption, byCommand }: SentFile) {
  const { archive, now } = turn.parts;
  const given = parseGivenFacts(caption, await archive.listNewspapers(), dayInShanghai(now()));
  return given ?? (byCommand ? null : {});
}

async function work(
  turn: Turn,
  { document }: SentFile,
  given: Omit<IngestOptions, 'paths'>,
  name: string,
  status: StatusMessage,
): Promise<void> {
  const { log, now, stopping, store } = turn.parts;
  try {
    status.show(wording.downloading(name));
    const path = await downloadFile(turn, document);
    const upload = store.uploads.add({ adminId: turn.sender?.id ?? 0, name, path, at: now() });
    await ingestUpload(turn, upload, given, status).finally(() => store.uploads.finish(upload.uploadId));
  } catch (error) {
    if (stopping.aborted) return status.finish(wording.stoppedBefore(name));
    if (!(error instanceof BaowenError)) log.error({ error }, turnFailed());
    const reason = error instanceof BaowenError ? error.message : apology();
    await status.finish(
      error instanceof ArchiveBusyError ? wording.archiveBusy(name) : wording.notTakenIn(name, reason),
    );
  }
}
