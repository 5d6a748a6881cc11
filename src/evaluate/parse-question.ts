import { InputError } from '../domain/errors.js';
import * as wording from '../domain/wording/cli-eval.js';
import { parseDay } from '../text/calendar.js';
import { type GoldQuestion, UNANSWERABLE } from './gold-question.js';

type Fields = Record<string, unknown>;

/**
 * One entry of a question file, {"id"?,"kind","asked_on"?,"question","must"?,"cite"?,"note_year"?,"history"?,
 * "gold"?,"pages"?}, → a question. `asked_on` may be written `askedOn`; null counts as not given.
 * @throws InputError saying which field does not fit.
 */
export function parseQuestion(value: unknown, defaults: { id: string; askedOn: string }): GoldQuestion {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputError(wording.entryNotObject());
  const fields = value as Fields;
  const question: GoldQuestion = {
    id: readId(fields.id) ?? defaults.id,
    kind: readNeeded(fields, 'kind'),
    askedOn: readDay(fields) ?? defaults.askedOn,
    question: readNeeded(fields, 'question'),
    history: readTexts(fields, 'history'),
    must: readGroups(fields.must ?? []),
    cite: readText(fields, 'cite'),
    noteYear: readText(fields, 'note_year'),
    gold: readTexts(fields, 'gold'),
    pages: readTexts(fields, 'pages'),
  };
  if (!canBeJudged(question)) throw new InputError(wording.nothingToJudgeBy());
  return question;
}

function canBeJudged({ kind, must, cite, gold }: GoldQuestion): boolean {
  return kind === UNANSWERABLE || must.length > 0 || cite !== null || gold.length > 0;
}

function readId(id: unknown): string | null {
  if (id === undefined || id === null) return null;
  if (typeof id !== 'string' && typeof id !== 'number') throw new InputError(wording.wrongId());
  return String(id);
}

function readNeeded(fields: Fields, name: string): string {
  const text = readText(fields, name);
  if (text === null) throw new InputError(wording.missingField(name));
  return text;
}

/** Years may be written as numbers. */
function readText(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  const text = name === 'note_year' && typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.trim() === '') throw new InputError(wording.wrongField(name));
  return text;
}

function readDay(fields: Fields): string | null {
  const name = fields.asked_on === undefined ? 'askedOn' : 'asked_on';
  const given = readText(fields, name);
  const day = given === null ? null : parseDay(given);
  if (given !== null && day === null) throw new InputError(wording.wrongDay(name, given));
  return day;
}

/** Source ids may be written as numbers. */
function readTexts(fields: Fields, name: string): string[] {
  const values = fields[name] ?? [];
  if (!Array.isArray(values)) throw new InputError(wording.wrongTexts(name));
  return values.map((value: unknown) => {
    const text = name === 'gold' && typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text.trim() === '') throw new InputError(wording.wrongTexts(name));
    return text;
  });
}

/** An empty group could never be met, an empty wording always would. */
function readGroups(must: unknown): string[][] {
  const isWording = (text: unknown) => typeof text === 'string' && text.trim() !== '';
  const isGroup = (group: unknown) => Array.isArray(group) && group.length > 0 && group.every(isWording);
  if (!Array.isArray(must) || !must.every(isGroup)) throw new InputError(wording.wrongGroups());
  return must;
}
