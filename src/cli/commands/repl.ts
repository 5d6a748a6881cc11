import { UsageError } from '../../domain/errors.js';
import { unwantedArgument } from '../../domain/wording/cli.js';
import type { CommandCall } from '../command.js';
import { parseFilter } from '../options.js';
import { readAskedOn } from '../question-options.js';
import { runRepl } from '../repl/run-repl.js';
import { withApp } from '../with-app.js';

export async function repl(call: CommandCall): Promise<number> {
  checkReplCall('repl', call);
  return withApp(call, 'answer', (app) => runRepl(app, call));
}

/** @throws UsageError before anything is opened. */
export function checkReplCall(command: string, call: CommandCall): void {
  if (call.positionals[0] !== undefined) throw new UsageError(unwantedArgument(command, call.positionals[0]));
  readAskedOn(call);
  parseFilter(call.options);
}
