import type { Api } from 'grammy';
import {
  adminNotTold,
  letInButton,
  refuseButton,
  strangerAsks,
} from '../../domain/wording/telegram-people.js';
import type { Person } from '../../store/bot/people.js';
import type { BotParts } from '../bot-parts.js';
import { createKeyboard } from '../buttons/keyboard.js';
import { sendHtml } from '../send-html.js';
import { showText } from '../show-text.js';

/**
 * Every admin gets one message of a stranger who was given a code: the name and two buttons, never the code. Whoever was
 * shut out before raises none, and there are a few an hour at most.
 */
export async function tellAdmins(api: Api, person: Person, parts: BotParts): Promise<void> {
  const { access, presses } = parts.store;
  if (access.isShutOut(person.userId) || parts.settings.admins.length === 0) return;
  if (!access.takeNotice(parts.now())) return;
  const rows = [
    [
      { text: letInButton(), action: { kind: 'let-in' as const, person } },
      { text: refuseButton(), action: { kind: 'refuse' as const, person } },
    ],
  ];
  for (const chatId of parts.settings.admins) {
    const place = { chatId, isPrivate: true, topicId: null, replyTo: null };
    const keyboard = createKeyboard(rows, chatId, { presses, now: parts.now() });
    // An admin who never wrote to the bot cannot be written to.
    await sendHtml(api, place, showText(strangerAsks(person)), keyboard).catch((error: unknown) => {
      parts.log.warn({ error }, adminNotTold());
    });
  }
}
