import type { Context } from 'grammy';
import type { Message, User } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import type { BotParts } from './bot-parts.js';
import { escapeHtml } from './escape-html.js';
import { type Place, placeOf } from './place.js';
import { sendHtml } from './send-html.js';

export function isAdmin(userId: number, { settings }: Pick<BotParts, 'settings'>): boolean {
  return settings.admins.includes(userId);
}

export function isAllowed(
  userId: number,
  { settings, store }: Pick<BotParts, 'settings' | 'store'>,
): boolean {
  if (settings.access === 'open') return true;
  if (settings.admins.includes(userId) || settings.allowedUsers.includes(userId)) return true;
  return settings.access === 'pairing' && store.access.isApproved(userId);
}

/**
 * Lets a message in, or answers its sender without a word of the archive: a stranger gets a code in private,
 * and in groups only the hint to write in private. Anonymous admins and channels share one sender: nobody can
 * be let in by it.
 */
export async function admit(ctx: Context, message: Message, parts: BotParts): Promise<boolean> {
  const place = placeOf(message);
  const sender = message.sender_chat === undefined ? message.from : undefined;
  if (sender !== undefined && isAllowed(sender.id, parts)) {
    await tellOfApproval(ctx, sender, place, parts);
    return true;
  }
  if (parts.settings.access === 'open') return true;
  await sendHtml(ctx.api, place, turnAway(sender, place, parts));
  return false;
}

/** An approval on the console is told the next time that the person is there. */
async function tellOfApproval(ctx: Context, sender: User, place: Place, { store }: BotParts): Promise<void> {
  if (place.isPrivate && store.access.takeUntold(sender.id)) {
    await sendHtml(ctx.api, place, escapeHtml(wording.youAreApproved()));
  }
}

function turnAway(sender: User | undefined, place: Place, { settings, store, now }: BotParts): string {
  if (sender === undefined) return escapeHtml(wording.anonymousSender());
  if (!place.isPrivate) return escapeHtml(wording.pairInPrivate());
  if (settings.access === 'allowlist') return escapeHtml(wording.notAllowed(sender.id));
  const request = store.access.requestCode({ userId: sender.id, name: nameOf(sender) }, now());
  if ('refused' in request) return escapeHtml(wording.tooManyPending());
  // Marked as code it is copied with one touch.
  return escapeHtml(wording.pairingCode(request.code)).replace(request.code, `<code>${request.code}</code>`);
}

function nameOf({ first_name, last_name, username }: User): string {
  const name = [first_name, last_name].filter(Boolean).join(' ');
  return username === undefined ? name : `${name} @${username}`;
}
