import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import { type Addressed, parseAddressed } from './addressed.js';
import { admit, senderOf } from './admission.js';
import type { BotParts } from './bot-parts.js';
import { ask } from './commands/ask.js';
import { COMMAND_NAMES, COMMANDS } from './commands/table.js';
import { createTurn } from './create-turn.js';
import { noteMove } from './moved-chats.js';
import { placeOf } from './place.js';
import type { Turn } from './turn.js';
import { findUpload } from './uploads/find-upload.js';
import { takeUpload } from './uploads/take-upload.js';
import { withApology } from './with-apology.js';

/** Reads what a message wants, lets its sender in or turns them away, and does it. */
export async function handleMessage(ctx: Context, message: Message, parts: BotParts): Promise<void> {
  noteMove(message, parts);
  const addressed = parseAddressed(message, ctx.me, COMMAND_NAMES);
  if (addressed === null) return;
  const turn = createTurn(ctx, senderOf(message), placeOf(message), parts);
  await withApology(turn, async () => {
    if (!(await admit(ctx, message, parts))) return;
    parts.store.follows.resume(turn.place.chatId);
    await respond(turn, addressed, message);
  });
}

async function respond(turn: Turn, addressed: Addressed, message: Message): Promise<void> {
  if (turn.parts.stopping.aborted) return turn.say(wording.stopping());
  const upload = findUpload(turn, addressed, message);
  if (upload !== null) return takeUpload(turn, upload);
  switch (addressed.kind) {
    case 'question':
      return ask({ ...turn, argument: addressed.text });
    case 'command':
      return COMMANDS.get(addressed.command)?.({ ...turn, argument: addressed.argument });
    case 'unknown-command':
      return turn.say(wording.unknownCommand(addressed.command));
    case 'unreadable':
      return turn.say(wording.notUnderstood());
  }
}
