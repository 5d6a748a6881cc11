import { BaowenError, UsageError } from '../../domain/errors.js';
import type { Settings } from '../../domain/settings.js';
import { unwantedArgument } from '../../domain/wording/cli.js';
import { formatCheck } from '../../domain/wording/cli-doctor.js';
import { formatMended, notMended } from '../../domain/wording/mend.js';
import type { CommandCall } from '../command.js';
import { escapeControls } from '../escape-controls.js';

export async function doctor(call: CommandCall): Promise<number> {
  const { options, output, positionals, surroundings } = call;
  if (positionals[0] !== undefined) throw new UsageError(unwantedArgument('doctor', positionals[0]));
  const settings = call.settings();
  const mended = options.fix ? await mendOrTell(call, settings) : null;
  const checks = await surroundings.runChecks(settings);
  const ok = (mended !== null || !options.fix) && checks.every(({ state }) => state !== 'broken');
  if (options.json) await output.print(JSON.stringify({ ok, ...(mended ? { mended } : {}), checks }));
  else {
    for (const line of mended ? formatMended(mended) : []) await output.print(escapeControls(line));
    for (const check of checks) await output.print(escapeControls(formatCheck(check)));
  }
  return ok ? 0 : 1;
}

/** What could not be mended is looked at all the same: the checks tell more than the one thing that failed. */
async function mendOrTell(
  { surroundings, output }: CommandCall,
  settings: Settings,
): Promise<string[] | null> {
  try {
    return await surroundings.mend(settings);
  } catch (error) {
    if (!(error instanceof BaowenError)) throw error;
    output.notice(notMended(error.message));
    return null;
  }
}
