import { join } from 'node:path';
import type { OpenedApp } from '../../domain/opened-app.js';
import { formatBanner, formatEcho, onceMore, stopped } from '../../domain/wording/cli-repl.js';
import type { CommandCall } from '../command.js';
import { escapeControls } from '../escape-controls.js';
import { parseFilter } from '../options.js';
import { OutputClosedError } from '../output.js';
import { readAskedOn } from '../question-options.js';
import { formatFailure } from '../report-failure.js';
import { createConversation } from './conversation.js';
import { handleLine } from './handle-line.js';
import { createInterrupt } from './interrupt.js';
import { openPipedLines } from './piped-lines.js';
import { createQuestionHistory } from './question-history.js';
import type { Session } from './session.js';
import { openTerminalLines } from './terminal-lines.js';
import { createWaitingLine } from './waiting-line.js';

/** The conversation in the terminal, until the input ends or the person leaves. Returns exit code 0. */
export async function runRepl(app: OpenedApp, call: CommandCall): Promise<number> {
  const { surroundings, output, options, settings } = call;
  const { stdin, stdout, signal } = surroundings;
  const onTerminal = stdin.isTTY === true;
  const session: Session = {
    app,
    output,
    filter: parseFilter(options),
    conversation: createConversation(() => readAskedOn(call)),
    waitingLine: createWaitingLine(stdout, onTerminal),
  };
  output.notice(formatBanner(await app.archive.coverage()));
  const interrupt = createInterrupt({
    leave: () => lines.close(),
    hint: () => output.notice(`\n${onceMore()}`),
  });
  const history = createQuestionHistory(join(settings().dataDir, 'repl-history'));
  const lines = onTerminal
    ? openTerminalLines(surroundings, history, interrupt.press)
    : openPipedLines(stdin);
  signal.addEventListener('abort', interrupt.leaveNow, { once: true });
  try {
    await converse();
    return 0;
  } finally {
    signal.removeEventListener('abort', interrupt.leaveNow);
    lines.close();
  }

  async function converse(): Promise<void> {
    for (let line = await lines.next(); line !== null; line = await lines.next()) {
      const current = line;
      if (!onTerminal && current.trim() !== '')
        await output.print(escapeControls(formatEcho(current.trim())));
      const goOn = await interrupt.during((running) => handleSafely(current, running));
      if (!goOn) return;
      if (current.trim() !== '') await output.print('');
    }
  }

  /** Nothing that a line causes ends the conversation, except that nobody reads it any more. */
  async function handleSafely(line: string, running: AbortSignal): Promise<boolean> {
    try {
      return await handleLine(line, session, running);
    } catch (error) {
      if (error instanceof OutputClosedError) throw error;
      output.notice(running.aborted ? stopped() : formatFailure(error));
      return !signal.aborted;
    }
  }
}
