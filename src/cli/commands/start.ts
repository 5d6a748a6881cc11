import { ingestingSample } from '../../domain/wording/cli-ingest.js';
import type { Command, CommandCall } from '../command.js';
import { runIngest } from '../run-ingest.js';
import { checkReplCall, repl } from './repl.js';

export const start: Command = {
  name: 'start',
  options: repl.options,
  run: async (call) => {
    checkReplCall('start', call);
    if (await holdsNothing(call)) await ingestSample(call);
    return repl.run(call);
  },
};

async function holdsNothing({ surroundings, settings, output }: CommandCall): Promise<boolean> {
  const app = await surroundings.openApp(settings(), { needs: 'archive', onBytes: output.progress.onBytes });
  try {
    return (await app.archive.coverage()).articles === 0;
  } finally {
    await app.close();
  }
}

/** Its totals go to standard error: standard output is for the answers. */
async function ingestSample(call: CommandCall): Promise<void> {
  const { output, surroundings } = call;
  output.notice(ingestingSample());
  const print = async (text: string) => output.notice(text);
  await runIngest(
    { paths: surroundings.samplePaths },
    { ...call, options: {}, output: { ...output, print } },
  );
}
