import { UsageError } from '../../domain/errors.js';
import { unwantedArgument } from '../../domain/wording/cli.js';
import { formatCheck } from '../../domain/wording/cli-doctor.js';
import { formatMended } from '../../domain/wording/mend.js';
import type { CommandCall } from '../command.js';
import { escapeControls } from '../escape-controls.js';

export async function doctor(call: CommandCall): Promise<number> {
  const { options, output, positionals, surroundings, settings } = call;
  if (positionals[0] !== undefined) throw new UsageError(unwantedArgument('doctor', positionals[0]));
  const mended = options.fix ? await surroundings.mend(settings()) : null;
  const checks = await surroundings.runChecks(settings());
  const ok = checks.every(({ state }) => state !== 'broken');
  if (options.json) await output.print(JSON.stringify({ ok, ...(mended ? { mended } : {}), checks }));
  else {
    for (const line of mended ? formatMended(mended) : []) await output.print(escapeControls(line));
    for (const check of checks) await output.print(escapeControls(formatCheck(check)));
  }
  return ok ? 0 : 1;
}
