import { onlyForAdmins } from '../../domain/wording/telegram.js';
import { inPrivateOnly } from '../../domain/wording/telegram-people.js';
import { howToIngest } from '../../domain/wording/telegram-uploads.js';
import { isAdmin } from '../admission.js';
import type { Turn } from '../turn.js';

/** /ingest without a file that could be taken in: one that an admin sends in private never comes here. */
export async function ingest(turn: Turn): Promise<void> {
  if (!isAdmin(turn.sender?.id, turn.parts)) return turn.say(onlyForAdmins());
  await turn.say(turn.place.isPrivate ? howToIngest(turn.parts.administration.endings) : inPrivateOnly());
}
