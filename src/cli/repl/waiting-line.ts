import type { Surroundings } from '../surroundings.js';

/** One calm line that stands while a question is looked up, and nothing where nobody watches. */
export function createWaitingLine(stdout: Surroundings['stdout'], onTerminal: boolean) {
  let shown = false;
  return {
    show(text: string) {
      if (!onTerminal || !stdout.isTTY) return;
      stdout.write(text);
      shown = true;
    },
    clear() {
      if (shown) stdout.write('\r\x1b[2K');
      shown = false;
    },
  };
}
