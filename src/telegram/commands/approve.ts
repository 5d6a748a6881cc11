import * as wording from '../../domain/wording/telegram.js';
import { isAdmin } from '../admission.js';
import { approveCode } from '../approve-code.js';
import { escapeHtml } from '../escape-html.js';
import { sendHtml } from '../send-html.js';
import type { Turn } from '../turn.js';

/** An admin lets in the person who was given the code, and the person is told. */
export async function approve(turn: Turn): Promise<void> {
  const { sender, parts } = turn;
  if (sender === undefined || !isAdmin(sender.id, parts)) return turn.say(wording.onlyForAdmins());
  if (turn.argument.trim() === '') return turn.say(wording.codeMissing());
  const { person, sentence } = approveCode(parts.store.access, turn.argument, String(sender.id), parts.now());
  if (person !== null) await tellPerson(turn, person.userId);
  await turn.say(sentence);
}

/** Whoever cannot be told now is told when they next write. */
async function tellPerson({ api, parts }: Turn, userId: number): Promise<void> {
  const place = { chatId: userId, isPrivate: true, topicId: null, replyTo: null };
  try {
    await sendHtml(api, place, escapeHtml(wording.youAreApproved()));
    parts.store.access.markTold(userId);
  } catch (error) {
    parts.log.warn({ error }, wording.approvalNotTold());
  }
}
