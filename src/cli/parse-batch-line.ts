import { UsageError } from '../domain/errors.js';
import type { Question } from '../domain/query.js';
import * as wording from '../domain/wording/cli.js';
import { checkQuestion } from './check-question.js';
import { FILTER_OPTIONS, type GivenFilter, parseFilter } from './options.js';
import { parseDay } from './parse-day.js';
import type { LineId } from './records.js';

/** What the command's options say; a line may say otherwise for itself. */
export type LineDefaults = { askedOn: string; given: GivenFilter };

/** `question` is an error instead where the line cannot be answered; `notes` are added to the answer's. */
export type BatchLine = { id: LineId | undefined; question: Question | UsageError; notes: string[] };

/** One line of --batch, {"id"?,"question","askedOn"?,"from"?,…,"history"?}, → a question. Never throws. */
export function parseBatchLine(text: string, defaults: LineDefaults): BatchLine {
  let id: LineId | undefined;
  const notes: string[] = [];
  try {
    const line = parseObject(text);
    id = parseId(line.id);
    return { id, question: parseQuestion(line, defaults, notes), notes };
  } catch (error) {
    if (error instanceof UsageError) return { id, question: error, notes };
    throw error;
  }
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(wording.unparsedLine(error instanceof Error ? error.message : String(error)));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(wording.lineNotObject());
  return value as Record<string, unknown>;
}

function parseId(id: unknown): LineId | undefined {
  if (id === undefined || id === null) return undefined;
  if (typeof id !== 'string' && typeof id !== 'number') throw new UsageError(wording.wrongId());
  return id;
}

function parseQuestion(line: Record<string, unknown>, defaults: LineDefaults, notes: string[]): Question {
  const given = { ...defaults.given };
  for (const name of FILTER_OPTIONS) {
    const value = name === 'page' ? readPage(line) : readText(line, name);
    if (value !== undefined) given[name] = value;
  }
  return {
    question: checkQuestion(readText(line, 'question') ?? ''),
    askedOn: readAskedOn(line, defaults, notes),
    filter: parseFilter(given, ''),
    history: parseHistory(line.history),
  };
}

/**
 * A day of asking that cannot be read is no wall: the question can still be answered as if asked on the default day,
 * which the answer then says.
 */
function readAskedOn(line: Record<string, unknown>, defaults: LineDefaults, notes: string[]): string {
  const askedOn = readText(line, 'askedOn');
  try {
    return askedOn === undefined ? defaults.askedOn : parseDay('askedOn', askedOn);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    notes.push(wording.askedOnReplaced(error.message, defaults.askedOn));
    return defaults.askedOn;
  }
}

/** null and blank count as not given: programs that write such lines often keep every key. */
function readText(line: Record<string, unknown>, key: string): string | undefined {
  const value = line[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new UsageError(wording.wrongText(key));
  return value.trim() === '' ? undefined : value;
}

/** Programs write a page as text or as a number. */
function readPage(line: Record<string, unknown>): string | undefined {
  return typeof line.page === 'number' ? String(line.page) : readText(line, 'page');
}

function parseHistory(history: unknown): string[] {
  if (history === undefined || history === null) return [];
  if (!Array.isArray(history) || !history.every((earlier) => typeof earlier === 'string'))
    throw new UsageError(wording.wrongHistory());
  return history.filter((earlier) => earlier.trim() !== '').map(checkQuestion);
}
