import * as wording from '../../domain/wording/telegram.js';
import { dayInShanghai } from '../../text/calendar.js';
import { echo } from '../echo.js';
import { parseTypedDay } from '../parse-typed-days.js';
import type { Turn } from '../turn.js';

/** Sets the day from which 今年 and 昨天 count in this chat; without a day it is today again. */
export async function asof(turn: Turn): Promise<void> {
  const { conversations, now } = turn.parts;
  const text = turn.argument.trim();
  if (text === '') {
    conversations.setAskedOn(turn.place, null);
    return turn.say(wording.askedOnUnset(dayInShanghai(now())));
  }
  const day = parseTypedDay(text, dayInShanghai(now()));
  if (day === null) return turn.say(wording.wrongDay(echo(text)));
  conversations.setAskedOn(turn.place, day);
  await turn.say(wording.askedOnSet(day));
}
