import type { Settings } from '../domain/settings.js';
import { commands } from './commands/table.js';
import { formatCommandHelp, formatProgramHelp } from './help-page.js';
import { createOutput, type Output } from './output.js';
import { type Invocation, parseCommandLine } from './parse-command-line.js';
import { reportFailure } from './report-failure.js';
import type { Surroundings } from './surroundings.js';

/** Runs one command line (without the program's name) and returns the exit code. Never throws. */
export async function runCli(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const output = createOutput(surroundings);
  try {
    return await runInvocation(parseCommandLine(argv, commands), surroundings, output);
  } catch (error) {
    return reportFailure(error, output, surroundings.signal);
  }
}

async function runInvocation(
  invocation: Invocation,
  surroundings: Surroundings,
  output: Output,
): Promise<number> {
  const { command, options, positionals } = invocation;
  if (command === null || options.help) {
    const help =
      command === null
        ? formatProgramHelp(commands.map(({ name }) => name))
        : formatCommandHelp(command.name, command.options);
    await output.write(help);
    return 0;
  }
  return command.run({
    positionals,
    options,
    surroundings,
    output,
    settings: remember(() => surroundings.loadSettings(options.data)),
  });
}

/** The settings do not change while a command runs. */
function remember(load: () => Settings): () => Settings {
  let settings: Settings | null = null;
  return () => {
    settings ??= load();
    return settings;
  };
}
