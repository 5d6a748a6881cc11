import * as wording from '../../domain/wording/telegram-follows.js';
import { toRows } from '../buttons/keyboard.js';
import { escapeHtml } from '../escape-html.js';
import type { Turn } from '../turn.js';

/** What this chat follows, each with a button that ends it. */
export async function follows(turn: Turn): Promise<void> {
  const { chatId } = turn.place;
  const { store } = turn.parts;
  const held = store.follows.list(chatId);
  if (held.length === 0) return turn.say(wording.noFollows());
  const words = held.map((follow) => follow.words);
  const buttons = held.map(({ followId }, index) => ({
    text: wording.unfollowButton(index + 1),
    action: { kind: 'unfollow' as const, followId },
  }));
  await turn.show(escapeHtml(wording.followList(words, store.follows.loadDigest(chatId))), toRows(buttons));
}
