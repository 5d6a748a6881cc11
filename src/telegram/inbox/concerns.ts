import type { Message, Update } from 'grammy/types';
import { parseAddressed } from '../addressed.js';
import { COMMAND_NAMES } from '../commands/table.js';

type Me = Parameters<typeof parseAddressed>[1];

/** The message of an update, new or edited. */
export function messageOf(update: Update): Message | undefined {
  return update.message ?? update.edited_message;
}

/**
 * Whether the update asks something of the bot that must not get lost. What people say among themselves in a group is
 * no business of the bot's; what is typed inline is asked again with the next letter.
 */
export function concernsBot(update: Update, me: Me): boolean {
  if (update.callback_query !== undefined) return true;
  const message = messageOf(update);
  try {
    return message !== undefined && parseAddressed(message, me, COMMAND_NAMES) !== null;
  } catch {
    // No message as Telegram sends them (a proxy's, a test's): it must not end the polling, again after each restart.
    return false;
  }
}
