import * as wording from '../domain/wording/telegram.js';
import type { AccessStore } from '../store/bot/access-store.js';
import type { Person } from '../store/bot/people.js';

/**
 * Lets in whoever holds the code, for an admin in Telegram or for the console (`approver` is then "console").
 * The sentence says what came of it; person is null where nobody was let in.
 */
export function approveCode(
  access: AccessStore,
  code: string,
  approver: string,
  now: Date,
): { person: Person | null; sentence: string } {
  const approval = access.approveCode(code, approver, now);
  if ('person' in approval) {
    const { person } = approval;
    return { person, sentence: wording.approved(person.name, person.userId) };
  }
  const sentence = approval.refused === 'unknown-code' ? wording.unknownCode() : wording.tooManyGuesses();
  return { person: null, sentence };
}
