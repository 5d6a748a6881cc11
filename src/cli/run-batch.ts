import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { BaowenError, InputError } from '../domain/errors.js';
import type { Question } from '../domain/query.js';
import * as wording from '../domain/wording/cli.js';
import type { CommandCall } from './command.js';
import { OutputClosedError } from './output.js';
import { type LineDefaults, parseBatchLine } from './parse-batch-line.js';
import { readLines } from './read-lines.js';
import type { LineId } from './records.js';
import { formatFailure } from './report-failure.js';

/** Makes the JSON record of one question. */
export type AnswerLine = (
  question: Question,
  id: LineId | undefined,
) => Promise<{ notes: readonly string[] }>;

/**
 * Reads JSON Lines and writes one JSON line for each, in order, each before the next one is read. A line that
 * cannot be answered gets {"id","error","line"} in its place and the rest goes on.
 * Returns the exit code: 1 where a line failed.
 */
export async function runBatch(
  path: string,
  defaults: LineDefaults,
  call: CommandCall,
  answerLine: AnswerLine,
): Promise<number> {
  const { output, surroundings } = call;
  const input = addAbortSignal(surroundings.signal, await openBatch(path, surroundings.stdin));
  let number = 0;
  let failures = 0;
  for await (const text of readLines(input)) {
    number += 1;
    const line = number === 1 ? text.replace(/^\ufeff/, '') : text;
    if (line.trim() === '') continue;
    const record = await answerOrExplain(line, number);
    await output.write(`${JSON.stringify(record)}\n`);
  }
  if (failures > 0) output.notice(wording.failedLines(failures));
  return failures > 0 ? 1 : 0;

  async function answerOrExplain(text: string, lineNumber: number): Promise<object> {
    const { id, question, notes } = parseBatchLine(text, defaults);
    if (question instanceof BaowenError) return explain(id, question, lineNumber);
    try {
      for (const note of notes) output.notice(wording.failedLine(lineNumber, note));
      const record = await answerLine(question, id);
      return { ...record, notes: [...notes, ...record.notes] };
    } catch (error) {
      if (surroundings.signal.aborted || error instanceof OutputClosedError) throw error;
      return explain(id, error, lineNumber);
    }
  }

  function explain(id: LineId | undefined, failure: unknown, line: number) {
    failures += 1;
    output.notice(wording.failedLine(line, formatFailure(failure)));
    const error = failure instanceof BaowenError ? failure.message : wording.internalLine();
    return { id: id ?? null, error, line };
  }
}

/** @throws InputError where the file cannot be opened. */
async function openBatch(path: string, stdin: Readable): Promise<Readable> {
  if (path === '-') return stdin;
  const stream = createReadStream(path);
  try {
    await once(stream, 'readable');
    return stream;
  } catch (error) {
    throw new InputError(wording.unreadableBatch(path, error as NodeJS.ErrnoException), { cause: error });
  }
}
