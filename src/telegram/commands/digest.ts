import * as wording from '../../domain/wording/telegram-follows.js';
import { dayInShanghai, minuteInShanghai } from '../../text/calendar.js';
import { echo } from '../echo.js';
import { mayManage } from '../follows/may-manage.js';
import { parseDigest } from '../follows/parse-digest.js';
import type { Turn } from '../turn.js';

/** When this chat is told of what it follows: once a day at an hour in China, or as soon as something is there. */
export async function digest(turn: Turn): Promise<void> {
  const { chatId } = turn.place;
  const { now, store } = turn.parts;
  const text = turn.argument.trim();
  if (text === '') return turn.say(wording.howToDigest(store.follows.loadDigest(chatId)));
  const setting = parseDigest(text);
  if (setting === null) return turn.say(wording.wrongDigest(echo(text)));
  if (!(await mayManage(turn))) return;
  const minute = setting === 'each' ? null : setting;
  // An hour that is over today comes tomorrow.
  const isOver = minute !== null && minute <= minuteInShanghai(now());
  store.follows.setDigest(chatId, minute, isOver ? dayInShanghai(now()) : '');
  await turn.say(wording.digestSet(minute));
}
