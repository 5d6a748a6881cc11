import * as wording from '../../domain/wording/telegram-follows.js';
import { echo } from '../echo.js';
import { mayManage } from '../follows/may-manage.js';
import { parseFollowWords } from '../follows/parse-words.js';
import type { Turn } from '../turn.js';

/** Ends a follow that is named by its number in /follows or by its words. */
export async function unfollow(turn: Turn): Promise<void> {
  const text = turn.argument.normalize('NFKC').trim();
  if (text === '') return turn.say(wording.unfollowMissing());
  if (!(await mayManage(turn))) return;
  const { follows } = turn.parts.store;
  const held = follows.list(turn.place.chatId);
  const parsed = parseFollowWords(text);
  const follow =
    held.find(({ words }) => 'words' in parsed && words === parsed.words) ??
    (/^\d{1,2}$/.test(text) ? held[Number(text) - 1] : undefined);
  if (follow === undefined) return turn.say(wording.notFollowed(echo(turn.argument)));
  follows.remove(turn.place.chatId, follow.followId);
  await turn.say(wording.unfollowed(follow.words));
}
