import { isCutInWord } from '../../../src/text/words.js';
import type { Line } from './line.js';

/** Two lines of one character each may be a name that was set apart. */
const SHORTEST = 3;

/** A vertical headline stands one character a line: three or more such lines are one. */
export function joinVertical(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let run: Line[] = [];
  const closeRun = () => {
    const [first] = run;
    const characters = run.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
    if (first && characters >= SHORTEST) joined.push(joinRun(first, run));
    else joined.push(...run);
    run = [];
  };
  for (const line of lines) {
    if ([...line.text].length === 1 && /[\p{Script=Han}\p{P}\d]/u.test(line.text)) run.push(line);
    else {
      closeRun();
      joined.push(line);
    }
  }
  closeRun();
  return joined;
}

function joinRun(first: Line, run: readonly Line[]): Line {
  const text = run.reduce(addCharacter, '');
  return { ...first, vertical: true, text, numbers: run.flatMap(({ numbers }) => numbers) };
}

/** The headline turns to its next column at a blank line: between two decks, or in a word. */
function addCharacter(before: string, { text, gap }: Line, index: number, run: readonly Line[]): string {
  if (!before || gap === 0 || gap <= (run[1]?.gap ?? 0)) return before + text;
  const after = run
    .slice(index)
    .map((line) => line.text)
    .join('');
  return before + (isCutInWord(before, after) ? '' : ' ') + text;
}
