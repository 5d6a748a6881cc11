import type { Context } from 'grammy';
import type { Message, User } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import type { BotParts } from './bot-parts.js';
import { escapeHtml } from './escape-html.js';
import { tellAdmins } from './people/tell-admins.js';
import { type Place, placeOf } from './place.js';
import { sendHtml } from './send-html.js';
import { stopWhenShutOut } from './shut-out.js';

export function isAdmin(userId: number | undefined, { settings }: Pick<BotParts, 'settings'>): boolean {
  return userId !== undefined && settings.admins.includes(userId);
}

export function isAllowed(
  userId: number,
  { settings, store }: Pick<BotParts, 'settings' | 'store'>,
): boolean {
  if (settings.admins.includes(userId)) return true;
  if (store.access.isShutOut(userId)) return false;
  if (settings.access === 'open' || settings.allowedUsers.includes(userId)) return true;
  return settings.access === 'pairing' && store.access.isApproved(userId);
}

/** undefined for an anonymous admin or a channel: many share that sender. */
export const senderOf = ({ sender_chat, from }: Message): User | undefined =>
  sender_chat === undefined ? from : undefined;

/** Whether what this person sent may go on; whatever it still sends ends once they are shut out. */
export function letPass(ctx: Context, sender: User | undefined, parts: BotParts): boolean {
  if (sender === undefined) return parts.settings.access === 'open';
  if (!isAllowed(sender.id, parts)) return false;
  stopWhenShutOut(ctx, () => isAllowed(sender.id, parts));
  return true;
}

/**
 * Lets a message in, or answers its sender without a word of the archive: a stranger gets a code in private,
 * and in groups only the hint to write in private. Anonymous admins and channels share one sender: nobody can
 * be let in by it.
 */
export async function admit(ctx: Context, message: Message, parts: BotParts): Promise<boolean> {
  const place = placeOf(message);
  const sender = senderOf(message);
  if (!letPass(ctx, sender, parts)) {
    await turnAway(ctx, sender, place, parts);
    return false;
  }
  if (sender !== undefined) await tellOfApproval(ctx, sender, place, parts);
  return true;
}

/** An approval on the console is told the next time that the person is there. */
async function tellOfApproval(ctx: Context, sender: User, place: Place, { store }: BotParts): Promise<void> {
  if (place.isPrivate && store.access.takeUntold(sender.id)) {
    await sendHtml(ctx.api, place, escapeHtml(wording.youAreApproved()));
  }
}

async function turnAway(
  ctx: Context,
  sender: User | undefined,
  place: Place,
  parts: BotParts,
): Promise<void> {
  const say = async (html: string) => {
    await sendHtml(ctx.api, place, html);
  };
  if (sender === undefined) return say(escapeHtml(wording.anonymousSender()));
  if (!place.isPrivate) return say(escapeHtml(wording.pairInPrivate()));
  if (parts.settings.access !== 'pairing') return say(escapeHtml(wording.notAllowed(sender.id)));
  const person = { userId: sender.id, name: nameOf(sender) };
  const request = parts.store.access.requestCode(person, parts.now());
  if ('refused' in request) return say(escapeHtml(wording.tooManyPending()));
  const { code, isNew } = request;
  // Marked as code it is copied with one touch.
  await say(escapeHtml(wording.pairingCode(code)).replace(code, `<code>${code}</code>`));
  if (isNew) await tellAdmins(ctx.api, person, parts);
}

function nameOf({ first_name, last_name, username }: User): string {
  const name = [first_name, last_name].filter(Boolean).join(' ');
  return username === undefined ? name : `${name} @${username}`;
}
