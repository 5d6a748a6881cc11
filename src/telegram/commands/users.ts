import { onlyForAdmins } from '../../domain/wording/telegram.js';
import * as wording from '../../domain/wording/telegram-people.js';
import type { Person } from '../../store/bot/people.js';
import { isAdmin } from '../admission.js';
import { echo } from '../echo.js';
import { revokePerson } from '../people/let-in.js';
import { showUsers } from '../people/show-users.js';
import type { Turn } from '../turn.js';

/** Admins see who is let in; in private, because it names people. */
export async function users(turn: Turn): Promise<void> {
  if (!isAdmin(turn.sender?.id, turn.parts)) return turn.say(onlyForAdmins());
  if (!turn.place.isPrivate) return turn.say(wording.inPrivateOnly());
  await showUsers(turn, 0);
}

/** /revoke 501, /revoke @reader_wang */
export async function revoke(turn: Turn): Promise<void> {
  if (!isAdmin(turn.sender?.id, turn.parts)) return turn.say(onlyForAdmins());
  // A name copied from a message of the bot has its invisible joiner.
  const text = turn.argument.replace(/\u2060/g, '').trim();
  if (text === '') return turn.say(wording.revokeWhom());
  const [person, ...more] = findPeople(turn, text);
  if (person === undefined) return turn.say(wording.nobodyCalled(echo(text)));
  if (more.length > 0) return turn.say(wording.severalCalled(echo(text)));
  await revokePerson(turn, person);
}

/** By number, by @name or by the whole name. Where the bot is open, or a list names only numbers, any number will do. */
function findPeople({ parts }: Turn, text: string): Person[] {
  const approved = parts.store.access.listApproved();
  if (/^\d+$/.test(text)) {
    const userId = Number(text);
    const { access, admins, allowedUsers } = parts.settings;
    const found = approved.filter((person) => person.userId === userId);
    const isListed = access === 'open' || admins.includes(userId) || allowedUsers.includes(userId);
    return found.length > 0 || !isListed ? found : [{ userId, name: '' }];
  }
  const wanted = text.toLowerCase();
  const names = (name: string) => [name, ...name.split(' @'), `@${name.split(' @')[1] ?? ''}`];
  return approved.filter(({ name }) => names(name.toLowerCase()).includes(wanted));
}
