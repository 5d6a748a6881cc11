import { ingestingSample } from '../../domain/wording/cli-ingest.js';
import type { CommandCall } from '../command.js';
import { ingestSample } from '../ingest-sample.js';
import { checkReplCall, repl } from './repl.js';

export async function start(call: CommandCall): Promise<number> {
  checkReplCall('start', call);
  if (await holdsNothing(call)) {
    call.output.notice(ingestingSample());
    await ingestSample(call);
  }
  return repl(call);
}

async function holdsNothing({ surroundings, settings, output }: CommandCall): Promise<boolean> {
  const app = await surroundings.openApp(settings(), { needs: 'archive', onBytes: output.progress.onBytes });
  try {
    return (await app.archive.coverage()).articles === 0;
  } finally {
    await app.close();
  }
}
