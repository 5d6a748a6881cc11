import { moreButton } from '../../domain/wording/telegram-archive.js';
import * as wording from '../../domain/wording/telegram-people.js';
import type { Person } from '../../store/bot/people.js';
import { dayInShanghai } from '../../text/calendar.js';
import type { Button } from '../buttons/action.js';
import { toRows } from '../buttons/keyboard.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';

const PEOPLE_A_MESSAGE = 20;

/** Who is let in, since when and by whom, from the n-th on; first of all who waits, at the end who is shut out. */
export async function showUsers(turn: Turn, first: number): Promise<void> {
  const { now, settings, store } = turn.parts;
  const { access } = store;
  const known = listKnown(turn);
  const here = known.slice(first, first + PEOPLE_A_MESSAGE);
  const next = first + here.length;
  const isLast = next >= known.length;
  const waiting = first > 0 ? [] : access.listWaiting(now()).slice(0, PEOPLE_A_MESSAGE);
  const shutOut = isLast ? access.listShutOut().slice(0, PEOPLE_A_MESSAGE) : [];
  const blocks = [
    ...(first === 0 && settings.access === 'open' ? [[wording.openToAll()]] : []),
    ...(waiting.length
      ? [[wording.waitingTitle(), ...waiting.map((one) => `• ${wording.personName(one)}`)]]
      : []),
    [wording.approvedTitle(known.length), ...here.map(({ line }, index) => `${first + index + 1}. ${line}`)],
    [wording.adminsLine(settings.admins)],
    ...(shutOut.length
      ? [
          [
            wording.shutOutTitle(),
            ...shutOut.map((one) => `• ${wording.shutOutLine(one, dayInShanghai(one.at))}`),
          ],
        ]
      : []),
  ];
  const buttons = [
    ...waiting.map((one) => letInButton(one, wording.waitingButton(one))),
    ...here.map(({ person }) => ({
      text: wording.revokeButton(person),
      action: { kind: 'revoke' as const, person },
    })),
    ...shutOut.map((one) => letInButton(one, wording.restoreButton(one))),
  ];
  const more: Button = { text: moreButton(), action: { kind: 'users', first: next } };
  const html = showText(blocks.map((lines) => lines.join('\n')).join('\n\n'));
  await turn.show(html, [...toRows(buttons, 2), ...(isLast ? [] : [[more]])]);
}

/** The approved, newest first, then those that stand in the settings. */
function listKnown({ parts }: Turn): { person: Person; line: string }[] {
  const { access } = parts.store;
  // Where a list counts alone, nobody is let in by having been approved before.
  const approved = parts.settings.access === 'allowlist' ? [] : access.listApproved();
  const listed = parts.settings.allowedUsers.filter(
    (userId) => !access.isShutOut(userId) && !approved.some((person) => person.userId === userId),
  );
  return [
    ...approved.map(({ userId, name, by, at }) => ({
      person: { userId, name },
      line: wording.approvedLine({ userId, name, by }, dayInShanghai(at)),
    })),
    ...listed.map((userId) => ({ person: { userId, name: '' }, line: wording.listedLine(userId) })),
  ];
}

const letInButton = ({ userId, name }: Person, text: string): Button => ({
  text,
  action: { kind: 'let-in', person: { userId, name } },
});
