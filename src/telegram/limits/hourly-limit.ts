import type { Context } from 'grammy';
import * as wording from '../../domain/wording/telegram-running.js';
import type { BotParts } from '../bot-parts.js';
import { messageOf } from '../inbox/concerns.js';
import { createWindows } from './windows.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * Where everybody may ask: so many messages an hour of each person whom nobody let in by name. null lets the message
 * pass; a sentence is to be said once, and an empty one for what comes after it.
 */
export function createHourlyLimit({
  settings,
  now,
}: Pick<BotParts, 'settings' | 'now'>): (ctx: Context) => string | null {
  const windowOf = createWindows<number>();
  const told = new Map<number, number>();
  const known = new Set([...settings.admins, ...settings.allowedUsers]);
  const limit = { count: settings.questionsPerHour, within: HOUR };

  return ({ update }) => {
    const sender = messageOf(update)?.from?.id;
    if (settings.access !== 'open' || sender === undefined || known.has(sender)) return null;
    const at = now().getTime();
    const window = windowOf(sender, limit, at);
    const next = window.next(at);
    if (next <= at) {
      told.delete(sender);
      window.add(at);
      return null;
    }
    if (told.get(sender) === next) return '';
    told.set(sender, next);
    return wording.hourlyLimit(limit.count, Math.ceil((next - at) / MINUTE));
  };
}
