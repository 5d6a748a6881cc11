import { InputError } from '../src/domain/errors.js';
import type {
  ArchiveWriter,
  Embedder,
  IngestedFile,
  Ingester,
  IngestOptions,
  IngestReport,
} from '../src/domain/ports.js';
import * as wording from '../src/domain/wording/ingest.js';
import { parseDay } from '../src/text/calendar.js';
import { embedMissing } from './embed-missing.js';
import { type FoundFile, findFiles } from './files/find-files.js';
import { ingestFile } from './ingest-file.js';
import { previewFile } from './preview-file.js';
import type { GivenFacts, ReadContext } from './readers/reader.js';

export type IngestDependencies = {
  openWriter: () => Promise<ArchiveWriter>;
  /** null where there is no embedding model; the notice says why. */
  createEmbedder: () => Promise<{ embedder: Embedder | null; notice: string | null }>;
  now: () => number;
};

type Watch = Parameters<Ingester>[1];

/** Files → cleaned text → articles → chunks → words and vectors → store. */
export function createIngester(dependencies: IngestDependencies): Ingester {
  return async (options, watch) => {
    const started = dependencies.now();
    const report = createReport();
    const given = checkGiven(options);
    const files = await findFiles(options.paths);
    refuseWhereNothingCanGoIn(files);
    if (options.dryRun) await previewFiles(files, given, watch, report);
    else await storeFiles(files, given, options, dependencies, watch, report);
    report.seconds = (dependencies.now() - started) / 1000;
    return report;
  };
}

/** Nothing is written, not even an empty archive, where no file can go in. */
function refuseWhereNothingCanGoIn(files: readonly FoundFile[]): void {
  const problems = files.flatMap(({ problem }) => (problem ? [problem] : []));
  if (files.length && problems.length === files.length) throw new InputError(problems.join('\n'));
}

/** @throws InputError for a date that is none. */
function checkGiven({ newspaper, date, page }: IngestOptions): GivenFacts {
  const day = date === undefined ? null : parseDay(date);
  if (date !== undefined && day === null) throw new InputError(wording.wrongDay(date));
  return { newspaper: newspaper ?? null, date: day, page: page ?? null };
}

async function storeFiles(
  files: readonly FoundFile[],
  given: GivenFacts,
  options: IngestOptions,
  dependencies: IngestDependencies,
  watch: Watch,
  report: IngestReport,
): Promise<void> {
  const writer = await dependencies.openWriter();
  try {
    if (options.reembed) await writer.dropVectors();
    for (const [index, file] of files.entries()) {
      if (watch.signal?.aborted) break;
      tellFiles(watch, report, index, files.length);
      const context = createContext(given, options.explain ? (watch.onExplain ?? null) : null);
      add(report, await takeIn(file, context.problems, () => ingestFile(writer, file.path, context, report)));
    }
    await writer.flush();
    tellFiles(watch, report, files.length, files.length);
    await embedMissing(writer, dependencies.createEmbedder, watch, report);
    if (watch.signal?.aborted) report.notices.push(wording.interrupted());
  } finally {
    await writer.close();
  }
}

async function previewFiles(
  files: readonly FoundFile[],
  given: GivenFacts,
  watch: Watch,
  report: IngestReport,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    tellFiles(watch, report, index, files.length);
    const context = createContext(given, watch.onExplain ?? null);
    add(report, await takeIn(file, context.problems, () => previewFile(file.path, context, report)));
  }
}

/** One file's failure is its own: the rest goes in. What is no InputError concerns the archive and ends the run. */
async function takeIn(
  file: FoundFile,
  problems: readonly string[],
  work: () => Promise<Pick<IngestedFile, 'status' | 'articles'>>,
): Promise<IngestedFile> {
  try {
    if (file.problem) throw new InputError(file.problem);
    const { status, articles } = await work();
    return { path: file.path, status, articles, reasons: [...problems] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { path: file.path, status: 'failed', articles: 0, reasons: [...problems, error.message] };
  }
}

function createContext(
  given: GivenFacts,
  onExplain: ReadContext['onExplain'],
): ReadContext & { problems: string[] } {
  const problems: string[] = [];
  return { given, onExplain, problems, onProblem: (sentence) => problems.push(sentence) };
}

function createReport(): IngestReport {
  return {
    files: [],
    articles: { added: 0, unchanged: 0, removed: 0 },
    chunks: 0,
    vectors: { added: 0, missing: 0 },
    notices: [],
    seconds: 0,
  };
}

function add(report: IngestReport, file: IngestedFile): void {
  report.files.push(file);
}

function tellFiles(watch: Watch, report: IngestReport, done: number, total: number): void {
  watch.onProgress?.({ stage: 'files', done, total, articles: report.articles.added, chunks: report.chunks });
}
