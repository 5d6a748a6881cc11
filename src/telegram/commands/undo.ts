import { onlyForAdmins } from '../../domain/wording/telegram.js';
import { inPrivateOnly } from '../../domain/wording/telegram-people.js';
import * as wording from '../../domain/wording/telegram-uploads.js';
import type { Upload } from '../../store/bot/upload-store.js';
import { dayInShanghai } from '../../text/calendar.js';
import { isAdmin } from '../admission.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';
import { takeBack } from '../uploads/undo-upload.js';
import { whileTyping } from '../while-typing.js';
import { withApology } from '../with-apology.js';

/** Of a file of longer ago the admin may no longer know which was the last, in milliseconds. */
const RECENT = 3_600_000;

/** Takes back the last file that this admin sent, behind those that are still being taken in. */
export async function undo(turn: Turn): Promise<void> {
  if (!isAdmin(turn.sender?.id, turn.parts)) return turn.say(onlyForAdmins());
  if (!turn.place.isPrivate) return turn.say(inPrivateOnly());
  const done = new Promise<void>((end) => {
    turn.parts.uploads.add(() => withApology(turn, () => undoLast(turn)).finally(end));
  });
  // The chat goes on meanwhile.
  void whileTyping(turn.api, turn.place, turn.parts, () => done);
}

async function undoLast(turn: Turn): Promise<void> {
  const { now, store } = turn.parts;
  const upload = store.uploads.findLast(turn.sender?.id ?? 0);
  if (upload === null) return turn.say(wording.nothingToUndo());
  const isRecent = now().getTime() - upload.at.getTime() < RECENT;
  return isRecent ? takeBack(turn, upload.uploadId) : offerUndo(turn, upload);
}

/** A button does it. */
async function offerUndo(turn: Turn, { uploadId, name, path, at }: Upload): Promise<void> {
  let articles = 0;
  for await (const _ of turn.parts.archive.listArticlesOfFile(path)) articles++;
  const sentence = wording.confirmUndo(name, dayInShanghai(at), articles);
  const action = { kind: 'undo', uploadId } as const;
  await turn.show(showText(sentence), [[{ text: wording.undoButton(), action }]]);
}
