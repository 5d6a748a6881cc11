import { describeCoverage, onlyForAdmins } from '../../domain/wording/telegram.js';
import { reloaded } from '../../domain/wording/telegram-uploads.js';
import { isAdmin } from '../admission.js';
import type { Turn } from '../turn.js';
import { whileTyping } from '../while-typing.js';

/** Opens the archive and the models anew, and says what is held and what runs. */
export async function reload(turn: Turn): Promise<void> {
  const { administration, archive, status } = turn.parts;
  if (!isAdmin(turn.sender?.id, turn.parts)) return turn.say(onlyForAdmins());
  await whileTyping(turn.api, turn.place, turn.parts, () => administration.reload());
  const held = describeCoverage(await archive.coverage());
  await turn.say([reloaded(), held, (await status()).join('\n')].join('\n\n'));
}
