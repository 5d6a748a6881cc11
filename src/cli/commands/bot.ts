import { UsageError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/cli.js';
import type { CommandCall } from '../command.js';
import { escapeControls } from '../escape-controls.js';

export async function bot(call: CommandCall): Promise<number> {
  const [action, code, ...more] = call.positionals;
  if (action === undefined) return run(call);
  if (action === 'feedback' && code === undefined) return printFeedback(call);
  if (action !== 'approve' || code === undefined || more.length > 0)
    throw new UsageError(wording.wrongBotArguments());
  return approve(call, code);
}

async function run({ surroundings, output, settings }: CommandCall): Promise<number> {
  const { signal } = surroundings;
  await surroundings.runBot(settings(), { onBytes: output.progress.onBytes, signal });
  return 0;
}

async function approve({ surroundings, output, settings }: CommandCall, code: string): Promise<number> {
  const { approved, sentence } = await surroundings.approve(settings(), code);
  if (approved) await output.print(escapeControls(sentence));
  else output.notice(sentence);
  return approved ? 0 : 1;
}

/** JSON Lines, a basis for questions of `eval`; who said it is not told. */
async function printFeedback({ surroundings, output, settings }: CommandCall): Promise<number> {
  for (const { question, askedOn, verdict, remark, articleIds, at } of await surroundings.listFeedback(
    settings(),
  ))
    await output.print(JSON.stringify({ question, askedOn, verdict, remark, articleIds, at }));
  return 0;
}
