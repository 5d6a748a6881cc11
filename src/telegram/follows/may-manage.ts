import { anonymousSender } from '../../domain/wording/telegram.js';
import { onlyForGroupAdmins } from '../../domain/wording/telegram-follows.js';
import { isAdmin } from '../admission.js';
import type { Turn } from '../turn.js';

/** Whether the sender may change what this chat follows: in groups its admins and the bot's may. Says so where not. */
export async function mayManage(turn: Turn): Promise<boolean> {
  const { sender, place, parts } = turn;
  if (sender === undefined) {
    await turn.say(anonymousSender());
    return false;
  }
  if (place.isPrivate || isAdmin(sender.id, parts)) return true;
  const { status } = await turn.api.getChatMember(place.chatId, sender.id);
  if (status === 'creator' || status === 'administrator') return true;
  await turn.say(onlyForGroupAdmins());
  return false;
}
