import { UsageError } from '../../domain/errors.js';
import type { IngestOptions } from '../../domain/ports.js';
import { emptyPath, missingPaths, watchAlone } from '../../domain/wording/cli.js';
import type { CommandCall } from '../command.js';
import { parseDay } from '../parse-day.js';
import { runIngest } from '../run-ingest.js';
import { runWatch } from '../run-watch.js';

export async function ingest(call: CommandCall): Promise<number> {
  const options = readIngestOptions(call);
  call.surroundings.giveWay();
  return call.options.watch ? runWatch(options, call) : runIngest(options, call);
}

/** @throws UsageError */
function readIngestOptions({ options, positionals }: CommandCall): IngestOptions {
  const reembed = options['re-embed'] ?? false;
  // Making the vectors anew needs no new file.
  if (positionals.length === 0 && !reembed) throw new UsageError(missingPaths());
  // An empty word, from a script's unset variable, would stand for the working folder.
  if (positionals.some((path) => path.trim() === '')) throw new UsageError(emptyPath());
  if (options.watch && (options['dry-run'] || reembed)) throw new UsageError(watchAlone());
  return {
    paths: positionals,
    ...(options.newspaper === undefined ? {} : { newspaper: options.newspaper }),
    ...(options.date === undefined ? {} : { date: parseDay('--date', options.date) }),
    ...(options.page === undefined ? {} : { page: options.page }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.map === undefined ? {} : { fields: options.map }),
    dryRun: options['dry-run'] ?? false,
    reembed,
    explain: options.explain ?? false,
    prune: options.prune ?? false,
    wait: !options['no-wait'],
  };
}
