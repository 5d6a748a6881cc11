import * as wording from '../../domain/wording/telegram-archive.js';
import { fold } from '../../text/fold.js';
import type { Button } from '../buttons/action.js';
import { toRows } from '../buttons/keyboard.js';
import { echo } from '../echo.js';
import { escapeHtml } from '../escape-html.js';
import type { Turn } from '../turn.js';

/** Limits this chat to one newspaper; without a name it is all of them again. */
export async function paper(turn: Turn): Promise<void> {
  const { archive, conversations } = turn.parts;
  const held = await archive.listNewspapers();
  const text = turn.argument.replace(/[《》\s]/gu, '');
  if (text === '') {
    if (conversations.newspaper(turn.place) !== null) return limitToNewspaper(turn, null);
    return turn.show(escapeHtml(wording.chooseNewspaper(held)), toRows(held.map(paperButton)));
  }
  const fitting = findFitting(text, held);
  const [only, ...more] = fitting;
  if (only !== undefined && more.length === 0) return limitToNewspaper(turn, only);
  const sentence =
    only === undefined
      ? wording.unknownNewspaper(echo(text), held)
      : wording.severalNewspapers(echo(text), fitting);
  await turn.show(escapeHtml(sentence), toRows((only === undefined ? held : fitting).map(paperButton)));
}

/** null: all newspapers. */
export async function limitToNewspaper(turn: Turn, newspaper: string | null): Promise<void> {
  turn.parts.conversations.setNewspaper(turn.place, newspaper);
  await turn.say(newspaper === null ? wording.newspaperUnset() : wording.newspaperSet(newspaper));
}

/** The name itself, however it is written, else the names that hold it (晚报, 太原). */
function findFitting(text: string, held: readonly string[]): string[] {
  const given = fold(text);
  const same = held.filter((name) => fold(name) === given);
  return same.length > 0 ? same : held.filter((name) => fold(name).includes(given));
}

const paperButton = (newspaper: string): Button => ({
  text: newspaper,
  action: { kind: 'paper', newspaper },
});
