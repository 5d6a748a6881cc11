import { approved } from '../../domain/wording/telegram.js';
import * as wording from '../../domain/wording/telegram-people.js';
import type { Person } from '../../store/bot/people.js';
import { isAdmin } from '../admission.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';
import { tellApproved } from './tell-approved.js';

/** An admin lets a person in, also one who was shut out. */
export async function letIn(turn: Turn, person: Person): Promise<void> {
  const { access } = turn.parts.store;
  if (access.isApproved(person.userId)) return turn.show(showText(wording.alreadyLetIn(person)));
  access.letIn(person, byAdmin(turn), turn.parts.now());
  await tellApproved(turn, person.userId);
  await turn.show(showText(approved(person.name, person.userId)));
}

/** An admin refuses a stranger. Another admin may have let them in meanwhile: that is not undone in passing. */
export async function refuse(turn: Turn, person: Person): Promise<void> {
  const { access } = turn.parts.store;
  if (access.isApproved(person.userId)) return turn.show(showText(wording.letInBefore(person)));
  access.shutOut(person, byAdmin(turn), turn.parts.now());
  await turn.show(showText(wording.refused(person)));
}

/** The person is a stranger again, everywhere and at once: in what is being answered too. */
export async function revokePerson(turn: Turn, person: Person): Promise<void> {
  const { conversations, now, store } = turn.parts;
  if (isAdmin(person.userId, turn.parts)) return turn.say(wording.adminStays());
  store.access.shutOut(person, byAdmin(turn), now());
  // A private chat has its person's number.
  conversations.forget({ chatId: person.userId, topicId: null });
  const restore = { text: wording.restoreButton(person), action: { kind: 'let-in' as const, person } };
  await turn.show(showText(wording.revoked(person)), [[restore]]);
}

const byAdmin = ({ sender }: Turn): string => String(sender?.id ?? '');
