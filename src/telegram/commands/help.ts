import * as wording from '../../domain/wording/telegram.js';
import { adminHelp } from '../../domain/wording/telegram-people.js';
import { isAdmin } from '../admission.js';
import type { Turn } from '../turn.js';

export async function help(turn: Turn): Promise<void> {
  const forAdmins = isAdmin(turn.sender?.id, turn.parts) ? [adminHelp()] : [];
  await turn.say([wording.help(turn.botName), ...forAdmins].join('\n\n'));
}
