import type { MigrationTarget } from '../../domain/copies.js';
import { UsageError } from '../../domain/errors.js';
import { unwantedArgument } from '../../domain/wording/cli.js';
import * as wording from '../../domain/wording/migrate.js';
import type { CommandCall } from '../command.js';
import { toMigrationRecord } from '../records.js';
import { INTERRUPTED } from '../report-failure.js';

export async function migrate(call: CommandCall): Promise<number> {
  const { options, output, positionals, surroundings, settings } = call;
  if (positionals[0] !== undefined) throw new UsageError(unwantedArgument('migrate', positionals[0]));
  const to = parseTarget(options.to);
  const { signal } = surroundings;
  const waiting = options['no-wait'] ? null : { onWait: output.notice, signal };
  try {
    const watch = { onProgress: output.progress.onStage, signal, waiting };
    const report = await surroundings.migrate(settings(), to, watch);
    for (const notice of report.notices) output.notice(notice);
    await output.print(
      options.json ? JSON.stringify(toMigrationRecord(report)) : wording.migrated(report, to),
    );
    return 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    output.notice(wording.stopped());
    return INTERRUPTED;
  } finally {
    output.progress.clear();
  }
}

/** @throws UsageError */
function parseTarget(given: string | undefined): MigrationTarget {
  if (given !== 'local' && given !== 'weaviate') throw new UsageError(wording.wrongTarget(given));
  return given;
}
