import { UsageError } from '../../domain/errors.js';
import { unwantedArgument } from '../../domain/wording/cli.js';
import { formatCheck } from '../../domain/wording/cli-doctor.js';
import type { Command } from '../command.js';
import { escapeControls } from '../escape-controls.js';

export const doctor: Command = {
  name: 'doctor',
  options: ['json', 'data', 'help'],
  run: async ({ options, output, positionals, surroundings, settings }) => {
    if (positionals[0] !== undefined) throw new UsageError(unwantedArgument('doctor', positionals[0]));
    const checks = await surroundings.runChecks(settings());
    const ok = checks.every(({ state }) => state !== 'broken');
    if (options.json) await output.print(JSON.stringify({ ok, checks }));
    else for (const check of checks) await output.print(escapeControls(formatCheck(check)));
    return ok ? 0 : 1;
  },
};
