import { UsageError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/backup.js';
import { tooManyTargets } from '../../domain/wording/export.js';
import type { CommandCall } from '../command.js';

export async function backup(call: CommandCall): Promise<number> {
  const { options, output, positionals, surroundings, settings } = call;
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
}
