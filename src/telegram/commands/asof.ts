import * as wording from '../../domain/wording/telegram.js';
import { dayInShanghai, formatDay } from '../../text/calendar.js';
import type { Turn } from '../turn.js';

/** Sets the day from which 今年 and 昨天 count in this chat; without a day it is today again. */
export async function asof(turn: Turn): Promise<void> {
  const { conversations, now } = turn.parts;
  const text = turn.argument.trim();
  if (text === '') {
    conversations.setAskedOn(turn.place, null);
    return turn.say(wording.askedOnUnset(dayInShanghai(now())));
  }
  const day = parseDay(text);
  if (day === null) return turn.say(wording.wrongDay(text));
  conversations.setAskedOn(turn.place, day);
  await turn.say(wording.askedOnSet(day));
}

/** 2023-02-12, 2023/2/12, 2023年2月12日, 20230212; null for anything else and for days that do not exist. */
function parseDay(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text);
  if (parts === null) return null;
  return formatDay(Number(parts[1]), Number(parts[2] ?? parts[4]), Number(parts[3] ?? parts[5]));
}
