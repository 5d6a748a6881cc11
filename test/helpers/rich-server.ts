import type { RunningBot } from './telegram-bot.js';
import type { Shown } from './telegram-messages.js';
import { TelegramServer } from './telegram-server.js';
import { READER, writePrivately } from './telegram-updates.js';

/** A server from after Bot API 10.1. */
export async function richServer(): Promise<TelegramServer> {
  const telegram = await TelegramServer.start();
  telegram.unknown.delete('sendRichMessage');
  return telegram;
}

/** The reader asks; the newest of so many messages in their chat. */
export async function askIn(bot: RunningBot, count: number): Promise<Shown | undefined> {
  writePrivately(bot.telegram, READER, '民生实事');
  await bot.textsIn(READER.id, count);
  return bot.telegram.shownIn(READER.id).at(-1);
}
