import { onlyForAdmins } from '../../domain/wording/telegram.js';
import { inPrivateOnly } from '../../domain/wording/telegram-people.js';
import * as wording from '../../domain/wording/telegram-uploads.js';
import { dayInShanghai } from '../../text/calendar.js';
import { isAdmin } from '../admission.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';

/** Offers to take back the last file that this admin sent; the button does it. */
export async function undo(turn: Turn): Promise<void> {
  const { archive, store } = turn.parts;
  if (!isAdmin(turn.sender?.id, turn.parts)) return turn.say(onlyForAdmins());
  if (!turn.place.isPrivate) return turn.say(inPrivateOnly());
  const upload = store.uploads.findLast(turn.sender?.id ?? 0);
  if (upload === null) return turn.say(wording.nothingToUndo());
  let articles = 0;
  for await (const _ of archive.listArticlesOfFile(upload.path)) articles++;
  const sentence = wording.confirmUndo(upload.name, dayInShanghai(upload.at), articles);
  const action = { kind: 'undo', uploadId: upload.uploadId } as const;
  await turn.show(showText(sentence), [[{ text: wording.undoButton(), action }]]);
}
