import { UsageError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/backup.js';
import { tooManyTargets } from '../../domain/wording/export.js';
import type { Command } from '../command.js';

export const backup: Command = {
  name: 'backup',
  options: ['json', 'data', 'help'],
  run: async ({ options, output, positionals, surroundings, settings }) => {
    const [target, extra] = positionals;
    if (extra !== undefined) throw new UsageError(tooManyTargets('backup', extra));
    if (target === undefined || target.trim() === '') throw new UsageError(wording.missingTarget());
    const { signal } = surroundings;
    const report = await surroundings
      .backUp(settings(), target, { signal, now: surroundings.now(), onBytes: output.progress.onCopied })
      .finally(() => output.progress.clear());
    for (const notice of report.notices) output.notice(notice);
    const megabytes = (report.bytes / 1e6).toFixed(1);
    await output.print(
      options.json ? JSON.stringify(report) : wording.backedUp(report.files, megabytes, target),
    );
    return 0;
  },
};
