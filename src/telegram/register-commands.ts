import type { Bot } from 'grammy';
import type { BotCommandScope } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import { ADMIN_COMMAND_DESCRIPTIONS } from '../domain/wording/telegram-people.js';
import type { BotParts } from './bot-parts.js';

/**
 * The menu of commands: the same for everybody, and in the chats of the admins theirs behind it. It is a convenience:
 * nothing waits for it, and where Telegram refuses it (an admin who never wrote to the bot has no chat) it is only logged.
 */
export function registerCommands(bot: Bot, { log, settings }: BotParts): void {
  const register = (descriptions: readonly Description[], scope: BotCommandScope) => {
    const commands = descriptions.map(([command, description]) => ({ command, description }));
    bot.api.setMyCommands(commands, { scope }).catch((error: unknown) => {
      log.warn({ error }, wording.commandsNotRegistered());
    });
  };
  register(wording.COMMAND_DESCRIPTIONS, { type: 'default' });
  for (const chat_id of settings.admins) {
    const all = [...wording.COMMAND_DESCRIPTIONS, ...ADMIN_COMMAND_DESCRIPTIONS];
    register(all, { type: 'chat', chat_id });
  }
}

type Description = readonly [command: string, description: string];
