import * as wording from '../../domain/wording/telegram-follows.js';
import { FOLLOWS_A_CHAT } from '../../store/bot/follow-store.js';
import { mayManage } from '../follows/may-manage.js';
import { parseFollowWords } from '../follows/parse-words.js';
import type { Turn } from '../turn.js';

/** From now on the chat is told of new articles that hold all of the words. */
export async function follow(turn: Turn): Promise<void> {
  const parsed = parseFollowWords(turn.argument);
  if ('fault' in parsed) return turn.say(parsed.fault);
  if (!(await mayManage(turn)) || turn.sender === undefined) return;
  const { chatId, topicId } = turn.place;
  const { archive, store } = turn.parts;
  const { words } = parsed;
  const since = await archive.lastArrival();
  const outcome = store.follows.add({ chatId, topicId, words, ownerId: turn.sender.id, since });
  if (outcome === 'known') return turn.say(wording.followKnown(words));
  if (outcome === 'too-many') return turn.say(wording.followTooMany(FOLLOWS_A_CHAT));
  await turn.say(wording.followAdded(words, store.follows.loadDigest(chatId)));
}
