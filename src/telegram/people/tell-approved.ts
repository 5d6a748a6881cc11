import * as wording from '../../domain/wording/telegram.js';
import { escapeHtml } from '../escape-html.js';
import { sendHtml } from '../send-html.js';
import type { Turn } from '../turn.js';

/** The person hears of the approval. Whoever cannot be told now is told when they next write. */
export async function tellApproved({ api, parts }: Turn, userId: number): Promise<void> {
  const place = { chatId: userId, isPrivate: true, topicId: null, replyTo: null };
  try {
    await sendHtml(api, place, escapeHtml(wording.youAreApproved()));
    parts.store.access.markTold(userId);
  } catch (error) {
    parts.log.warn({ error }, wording.approvalNotTold());
  }
}
