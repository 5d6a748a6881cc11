import { createInterface } from 'node:readline';
import { PROMPT } from '../../domain/wording/cli-repl.js';
import type { Surroundings } from '../surroundings.js';
import type { LineSource } from './line-source.js';
import type { QuestionHistory } from './question-history.js';

/** Lines that a person types, with a prompt and the questions of earlier days on the arrow keys. */
export function openTerminalLines(
  { stdin, stdout, stderr }: Surroundings,
  history: QuestionHistory,
  onInterrupt: () => void,
): LineSource {
  const typed: string[] = [];
  let waiting: ((line: string | null) => void) | null = null;
  let closed = false;
  const output = stdout.isTTY ? stdout : stderr;
  const lines = createInterface({
    input: stdin,
    output,
    terminal: true,
    prompt: PROMPT,
    history: history.load(),
    historySize: history.size,
    removeHistoryDuplicates: true,
  });
  lines.on('history', history.save);
  lines.on('line', (line) => (waiting ? deliver(line) : void typed.push(line)));
  lines.on('close', () => {
    closed = true;
    // The prompt's line is left, so that the shell begins on its own.
    if (waiting) output.write('\n');
    deliver(null);
  });
  lines.on('SIGINT', () => {
    // What was half typed is thrown away, as in a shell.
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    onInterrupt();
    if (waiting && !closed) lines.prompt();
  });
  return {
    next() {
      const line = typed.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (closed) return Promise.resolve(null);
      lines.prompt();
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => lines.close(),
  };

  function deliver(line: string | null): void {
    waiting?.(line);
    waiting = null;
  }
}
