import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** A line without an end must not fill the memory: what stands beyond this many characters is dropped. */
const LONGEST_LINE = 1_000_000;

/**
 * The lines of a stream as they are asked for, without line breaks: unlike node:readline nothing is read
 * ahead of the piece that holds the line, and no line is lost between two reads.
 */
export async function* readLines(stream: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of stream) {
    const lines = `${rest}${decoder.write(piece)}`.split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of lines) yield withoutCarriageReturn(line);
  }
  rest += decoder.end();
  if (rest !== '') yield withoutCarriageReturn(rest);
}

const withoutCarriageReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
