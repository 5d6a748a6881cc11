import { BaowenError, InputError } from '../domain/errors.js';
import * as wording from '../domain/wording/cli-eval.js';
import type { GoldQuestion } from './gold-question.js';
import { parseQuestion } from './parse-question.js';

/** A question's place in its file, as an error names it. */
type Entry = { value: unknown; place: string };

/**
 * A question file, a JSON array or JSON Lines, → its questions. A question without a day is asked on `today`.
 * @throws InputError naming the file and the line or the place in the array of the first thing that does not fit.
 */
export function parseQuestions(text: string, name: string, today: string): GoldQuestion[] {
  const whole = text.replace(/^\ufeff/, '').trimEnd();
  const entries = whole.trimStart().startsWith('[') ? readArray(whole, name) : readLines(whole, name);
  if (entries.length === 0) throw new InputError(wording.noQuestions(name));
  return entries.map(({ value, place }, index) =>
    at(name, place, () => parseQuestion(value, { id: String(index + 1), askedOn: today })),
  );
}

function readArray(text: string, name: string): Entry[] {
  const values: unknown[] = at(name, null, () => parseJson(text));
  return values.map((value, index) => ({ value, place: wording.entryOfArray(index + 1) }));
}

function readLines(text: string, name: string): Entry[] {
  return text.split('\n').flatMap((line, index) => {
    const place = wording.lineOfFile(index + 1);
    return line.trim() === '' ? [] : [{ value: at(name, place, () => parseJson(line)), place }];
  });
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the file holds; the caller looks
function parseJson(text: string): any {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(wording.notJson(reason, findLine(text, reason)), { cause: error });
  }
}

/** The line of the position that a parser's message names, where it names one. */
function findLine(text: string, reason: string): number | null {
  const position = /at position (\d+)/.exec(reason)?.[1];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

/** Adds file and place to what is wrong there. */
function at<T>(name: string, place: string | null, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BaowenError)) throw error;
    throw new InputError(wording.wrongFile(name, place, error.message), { cause: error });
  }
}
