import type { Readable } from 'node:stream';
import { readLines } from '../read-lines.js';
import type { LineSource } from './line-source.js';

/** Lines of a file or another program: read one by one, without a prompt. */
export function openPipedLines(stdin: Readable): LineSource {
  const lines = readLines(stdin);
  let first = true;
  let closed = false;
  return {
    async next() {
      const line = await lines.next().catch((error: unknown) => {
        if (closed) return { done: true, value: undefined } as const;
        throw error;
      });
      if (closed || line.done) return null;
      const text = first ? line.value.replace(/^\ufeff/, '') : line.value;
      first = false;
      return text;
    },
    close() {
      closed = true;
      stdin.destroy();
    },
  };
}
