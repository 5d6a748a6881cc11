import { conversationForgotten } from '../../domain/wording/telegram-archive.js';
import type { Turn } from '../turn.js';

/** Forgets what was asked here, and the day and the newspaper that were set. */
export async function reset(turn: Turn): Promise<void> {
  turn.parts.conversations.forget(turn.place);
  await turn.say(conversationForgotten());
}
