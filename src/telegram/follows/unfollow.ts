import * as wording from '../../domain/wording/telegram-follows.js';
import type { Turn } from '../turn.js';
import { mayManage } from './may-manage.js';

/** Ends a follow of this chat, for a pressed button. */
export async function unfollowPressed(turn: Turn, followId: number): Promise<void> {
  if (!(await mayManage(turn))) return;
  const { follows } = turn.parts.store;
  const follow = follows.list(turn.place.chatId).find((one) => one.followId === followId);
  if (follow === undefined) return turn.say(wording.followGone());
  follows.remove(turn.place.chatId, followId);
  await turn.say(wording.unfollowed(follow.words));
}
