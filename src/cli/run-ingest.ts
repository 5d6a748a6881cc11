import type { IngestOptions, IngestReport } from '../domain/ports.js';
import { formatIngestReport, noFiles } from '../domain/wording/cli-ingest.js';
import { formatFileProblems } from '../domain/wording/cli-ingest-problems.js';
import type { CommandCall } from './command.js';
import { escapeControls } from './escape-controls.js';
import { INTERRUPTED } from './report-failure.js';

/** Takes the paths in, says what came of it, and returns the exit code: 1 where a file failed. */
export async function runIngest(options: IngestOptions, call: CommandCall): Promise<number> {
  const report = await ingestWithProgress(options, call);
  const { output } = call;
  noticeProblems(report, call);
  const foundNothing = report.files.length === 0 && options.paths.length > 0;
  if (foundNothing) output.notice(noFiles(options.paths));
  if (call.options.json) await output.print(JSON.stringify(report));
  else if (!foundNothing) await output.print(formatIngestReport(report, { dryRun: options.dryRun ?? false }));
  if (call.surroundings.signal.aborted) return INTERRUPTED;
  return foundNothing || report.files.some(({ status }) => status === 'failed') ? 1 : 0;
}

/** On standard error, so that what a program reads stays whole. */
export function noticeProblems(report: IngestReport, { output }: CommandCall): void {
  for (const sentence of formatFileProblems(report.files)) output.notice(sentence);
  for (const notice of report.notices) output.notice(notice);
}

export async function ingestWithProgress(options: IngestOptions, call: CommandCall): Promise<IngestReport> {
  const { surroundings, output, settings } = call;
  const { progress } = output;
  const ingest = surroundings.createIngester(settings(), { onBytes: progress.onBytes });
  // Explanations are data, unless standard output is kept for a program.
  const onExplain = (text: string) =>
    call.options.json ? output.notice(text) : void output.print(escapeControls(text)).catch(() => {});
  try {
    return await ingest(options, {
      onProgress: progress.onStage,
      onExplain,
      onWait: output.notice,
      signal: surroundings.signal,
    });
  } finally {
    progress.clear();
  }
}
