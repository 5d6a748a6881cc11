import * as wording from '../../domain/wording/telegram.js';
import { isAdmin } from '../admission.js';
import { approveCode } from '../approve-code.js';
import { tellApproved } from '../people/tell-approved.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';

/** An admin lets in the person who was given the code, and the person is told. */
export async function approve(turn: Turn): Promise<void> {
  const { sender, parts } = turn;
  if (sender === undefined || !isAdmin(sender.id, parts)) return turn.say(wording.onlyForAdmins());
  if (turn.argument.trim() === '') return turn.say(wording.codeMissing());
  const { person, sentence } = approveCode(parts.store.access, turn.argument, String(sender.id), parts.now());
  if (person !== null) await tellApproved(turn, person.userId);
  await turn.show(showText(sentence));
}
