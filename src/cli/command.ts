import type { Settings } from '../domain/settings.js';
import type { CommandName, OptionName } from '../domain/wording/cli-help.js';
import type { Options } from './options.js';
import type { Output } from './output.js';
import type { Surroundings } from './surroundings.js';

/** One call of a subcommand, with the world that it runs in. */
export type CommandCall = {
  positionals: readonly string[];
  options: Options;
  surroundings: Surroundings;
  output: Output;
  /** Read when asked for, so that a wrong command line is said before a wrong setting. */
  settings(): Settings;
};

/** A row of the table of subcommands. `run` returns the exit code. */
export type Command = {
  name: CommandName;
  options: readonly OptionName[];
  run(call: CommandCall): Promise<number>;
};
