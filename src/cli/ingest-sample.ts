import type { CommandCall } from './command.js';
import { runIngest } from './run-ingest.js';

/** Takes the bundled archive in. Its totals go to standard error: standard output is for the answers. */
export async function ingestSample(call: CommandCall): Promise<void> {
  const { output, surroundings } = call;
  const print = async (text: string) => output.notice(text);
  await runIngest(
    { paths: surroundings.samplePaths },
    { ...call, options: {}, output: { ...output, print } },
  );
}
