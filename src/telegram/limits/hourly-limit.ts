import type { Context } from 'grammy';
import * as wording from '../../domain/wording/telegram-running.js';
import type { BotParts } from '../bot-parts.js';
import { messageOf } from '../inbox/concerns.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** So many people are kept before those who asked nothing within the hour are forgotten. */
const PEOPLE_KEPT = 10_000;

type Asking = { times: number[]; told: boolean };

/**
 * Where everybody may ask: so many messages an hour of each person whom nobody let in by name. null lets the message
 * pass; a sentence is to be said once, and an empty one stands for what comes after it.
 */
export function createHourlyLimit({
  settings,
  now,
}: Pick<BotParts, 'settings' | 'now'>): (ctx: Context) => string | null {
  const people = new Map<number, Asking>();
  const known = new Set([...settings.admins, ...settings.allowedUsers]);
  const { questionsPerHour: limit } = settings;

  return ({ update }) => {
    const sender = messageOf(update)?.from?.id;
    if (settings.access !== 'open' || sender === undefined || known.has(sender)) return null;
    const at = now().getTime();
    if (people.size >= PEOPLE_KEPT) forget(people, at - HOUR);
    const asking = people.get(sender) ?? { times: [], told: false };
    people.set(sender, asking);
    asking.times = asking.times.filter((time) => time > at - HOUR);
    const [oldest = at] = asking.times;
    if (asking.times.length < limit) {
      asking.times.push(at);
      asking.told = false;
      return null;
    }
    if (asking.told) return '';
    asking.told = true;
    return wording.hourlyLimit(limit, Math.ceil((oldest + HOUR - at) / MINUTE));
  };
}

function forget(people: Map<number, Asking>, before: number): void {
  for (const [id, { times }] of people) if ((times.at(-1) ?? 0) <= before) people.delete(id);
}
