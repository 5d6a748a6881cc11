import { UsageError } from '../domain/errors.js';
import type { Filter } from '../domain/query.js';
import * as wording from '../domain/wording/cli.js';
import type { OptionName } from '../domain/wording/cli-help.js';
import { parseDay } from './parse-day.js';

export const optionTypes = {
  'asked-on': 'string',
  newspaper: 'string',
  from: 'string',
  to: 'string',
  place: 'string',
  reporter: 'string',
  column: 'string',
  limit: 'string',
  batch: 'string',
  json: 'boolean',
  date: 'string',
  page: 'string',
  encoding: 'string',
  map: 'strings',
  explain: 'boolean',
  'dry-run': 'boolean',
  're-embed': 'boolean',
  prune: 'boolean',
  watch: 'boolean',
  'no-wait': 'boolean',
  'min-right': 'string',
  fix: 'boolean',
  file: 'string',
  data: 'string',
  help: 'boolean',
} as const satisfies Record<OptionName, 'string' | 'strings' | 'boolean'>;

/** `strings` may be given several times. */
type Value<Type> = Type extends 'string' ? string : Type extends 'strings' ? string[] : true;

/** What was given on the command line; an option that was not given is not there. */
export type Options = { [Name in OptionName]?: Value<(typeof optionTypes)[Name]> };

export const FILTER_OPTIONS = ['newspaper', 'from', 'to', 'place', 'page', 'reporter', 'column'] as const;

/** What was given of these, on the command line or in a line of --batch. */
export type GivenFilter = { [Name in (typeof FILTER_OPTIONS)[number]]?: string };

/** @throws UsageError naming the option whose date does not exist or whose range runs backwards. */
export function parseFilter(given: GivenFilter, prefix = '--'): Filter {
  const filter: Filter = {};
  if (given.newspaper !== undefined) filter.newspaper = given.newspaper;
  if (given.place !== undefined) filter.place = given.place;
  if (given.page !== undefined) filter.page = given.page;
  if (given.reporter !== undefined) filter.contributor = given.reporter;
  if (given.column !== undefined) filter.column = given.column;
  if (given.from !== undefined) filter.from = parseDay(`${prefix}from`, given.from);
  if (given.to !== undefined) filter.to = parseDay(`${prefix}to`, given.to);
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to)
    throw new UsageError(wording.rangeBackwards(filter.from, filter.to));
  return filter;
}

const DEFAULT_LIMIT = 10;
const MOST = 1000;

/** @throws UsageError */
export function parseLimit(given: string | undefined): number {
  if (given === undefined) return DEFAULT_LIMIT;
  const limit = Number(given);
  if (given.trim() === '' || Number.isNaN(limit)) throw new UsageError(wording.wrongLimit(given, null, MOST));
  const nearest = Math.min(Math.max(Math.round(limit), 1), MOST);
  if (nearest !== limit) throw new UsageError(wording.wrongLimit(given, nearest, MOST));
  return limit;
}
