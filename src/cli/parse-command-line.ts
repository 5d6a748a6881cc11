import { parseArgs } from 'node:util';
import { UsageError } from '../domain/errors.js';
import * as wording from '../domain/wording/cli.js';
import type { OptionName } from '../domain/wording/cli-help.js';
import type { Command } from './command.js';
import { findNearest } from './nearest.js';
import { type Options, optionTypes } from './options.js';

export type Invocation = { command: Command | null; positionals: string[]; options: Options };

type Token = ReturnType<typeof tokenize>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/**
 * Finds the subcommand, which options may precede, and reads its options.
 * `command` is null where none was named.
 * @throws UsageError naming the first word that does not fit.
 */
export function parseCommandLine(argv: readonly string[], commands: readonly Command[]): Invocation {
  const tokens = tokenize(argv);
  refuseStrangeStart(tokens);
  const [name, ...positionals] = tokens.flatMap((token) =>
    token.kind === 'positional' ? [token.value] : [],
  );
  const command = name === undefined ? null : findCommand(name, commands);
  const allowed: readonly OptionName[] = command?.options ?? ['data', 'help'];
  const options: Options = {};
  for (const token of tokens) {
    if (token.kind === 'option') Object.assign(options, readOption(token, allowed, command, options));
  }
  return { command, positionals, options };
}

/** Not strict: Node's own sentences are English, and it takes the next option for a missing value. */
function tokenize(argv: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(optionTypes).map(([name, type]) => [
      name,
      name === 'help'
        ? { type: 'boolean' as const, short: 'h' }
        : { type: type === 'boolean' ? type : ('string' as const) },
    ]),
  );
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** A mistyped option in front of everything would make its value pass for the subcommand. */
function refuseStrangeStart([first]: readonly Token[]): void {
  if (first?.kind === 'option' && !Object.hasOwn(optionTypes, first.name))
    throw unknownOption(first.rawName, ['data', 'help'], null);
}

function findCommand(name: string, commands: readonly Command[]): Command {
  const names = commands.map((command) => command.name);
  const command = commands.find((one) => one.name === name);
  if (!command) throw new UsageError(wording.unknownCommand(name, findNearest(name, names), names));
  return command;
}

function readOption(
  token: OptionToken,
  allowed: readonly OptionName[],
  command: Command | null,
  before: Options,
): Options {
  const name = allowed.find((option) => option === token.name);
  if (!name) throw unknownOption(token.rawName, allowed, command);
  if (optionTypes[name] === 'boolean') {
    if (token.value !== undefined)
      throw new UsageError(wording.unwantedOptionValue(token.rawName, token.value));
    return { [name]: true };
  }
  // `--date --json` means that the date was forgotten; `--limit -3` and `--batch -` are values.
  if (token.value === undefined || (!token.inlineValue && /^-[^\d]/.test(token.value)))
    throw new UsageError(wording.missingOptionValue(token.rawName));
  if (token.value.trim() === '') throw new UsageError(wording.emptyOptionValue(token.rawName));
  if (optionTypes[name] !== 'strings') return { [name]: token.value };
  const values = before[name];
  return { [name]: [...(Array.isArray(values) ? values : []), token.value] };
}

function unknownOption(given: string, allowed: readonly OptionName[], command: Command | null): UsageError {
  const names = allowed.map((option) => `--${option}`);
  return new UsageError(
    wording.unknownOption(command?.name ?? null, given, findNearest(given, names), names),
  );
}
