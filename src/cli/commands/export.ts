import { createGzip } from 'node:zlib';
import type { ExportedArticle } from '../../domain/copies.js';
import { BaowenError, UsageError } from '../../domain/errors.js';
import { emptyArchive, nothingToList } from '../../domain/wording/cli.js';
import * as wording from '../../domain/wording/export.js';
import { isInside } from '../../system/is-inside.js';
import { writeWholeFile } from '../../system/write-whole-file.js';
import type { CommandCall } from '../command.js';
import { parseFilter } from '../options.js';
import { toExportRecord } from '../records.js';

/** Lines are written this many at a time: one system call each would take longer than the export. */
const LINES_AT_ONCE = 100;

export async function exportCommand(call: CommandCall): Promise<number> {
  const { options, output, positionals, surroundings } = call;
  const [file, extra] = positionals;
  if (extra !== undefined) throw new UsageError(wording.tooManyTargets('export', extra));
  const articles = surroundings.exportArticles(call.settings(), parseFilter(options));
  const count = { lines: 0 };
  const pieces = toPieces(articles, surroundings.signal, count);
  if (file === undefined || file === '-') for await (const piece of pieces) await output.write(piece);
  else await exportTo(file, pieces, call);
  if (file !== undefined && file !== '-') output.notice(wording.exported(count.lines, file));
  if (count.lines === 0)
    output.notice(Object.keys(parseFilter(options)).length ? nothingToList() : emptyArchive());
  return 0;
}

async function* toPieces(
  articles: AsyncIterable<ExportedArticle>,
  signal: AbortSignal,
  count: { lines: number },
): AsyncGenerator<string> {
  let lines: string[] = [];
  for await (const article of articles) {
    signal.throwIfAborted();
    lines.push(`${JSON.stringify(toExportRecord(article))}\n`);
    count.lines++;
    if (lines.length < LINES_AT_ONCE) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

async function exportTo(file: string, pieces: AsyncIterable<string>, call: CommandCall): Promise<void> {
  const { dataDir } = call.settings();
  if (isInside(file, dataDir)) throw new UsageError(wording.targetInDataFolder(file, dataDir));
  if (!/\.jsonl(?:\.gz)?$/iu.test(file)) call.output.notice(wording.exportNotRecognised(file));
  try {
    await writeWholeFile(file, pieces, /\.gz$/iu.test(file) ? createGzip() : null);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof BaowenError || call.surroundings.signal.aborted) throw error;
    throw new BaowenError(wording.exportFailed(file, code), { cause: error });
  }
}
