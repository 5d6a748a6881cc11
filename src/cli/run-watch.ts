import type { IngestOptions } from '../domain/ports.js';
import { formatBatch } from '../domain/wording/cli-ingest.js';
import { watchEnded, watching } from '../domain/wording/ingest-again.js';
import type { CommandCall } from './command.js';
import { ingestWithProgress, noticeProblems } from './run-ingest.js';

/**
 * Takes the paths in and stays, until the process is told to stop: that is how it is meant to end, so the exit code is 0.
 * Each batch says what came of it in one line, or in one record with --json.
 */
export async function runWatch(options: IngestOptions, call: CommandCall): Promise<number> {
  const { surroundings, output } = call;
  const { signal } = surroundings;
  // A wrong option is told now, not when the first file comes.
  await ingestWithProgress({ ...options, paths: [], dryRun: true }, call);
  output.notice(watching(options.paths));
  await surroundings.watchFolders(
    options.paths,
    async (part) => {
      const report = await ingestWithProgress({ ...options, part }, call);
      noticeProblems(report, call);
      const line = call.options.json ? JSON.stringify(report) : formatBatch(report, surroundings.now());
      await output.print(line);
    },
    { signal, onNotice: output.notice },
  );
  output.notice(watchEnded());
  return 0;
}
