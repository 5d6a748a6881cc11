import { InputError } from '../src/domain/errors.js';
import type {
  ArchiveWriter,
  IngestedFile,
  Ingester,
  IngestOptions,
  IngestReport,
  IngestWatch,
} from '../src/domain/ports.js';
import * as wording from '../src/domain/wording/ingest.js';
import type { CreatedEmbedder } from '../src/models/create-embedder.js';
import { listStale } from './continue/list-stale.js';
import { createSiblingFinder } from './continue/sibling-finder.js';
import { embedMissing } from './embed-missing.js';
import { type FoundFile, findFiles } from './files/find-files.js';
import { ingestFile } from './ingest-file.js';
import { parseGiven } from './parse-given.js';
import { previewFile } from './preview-file.js';
import type { GivenFacts, Reading } from './readers/reader.js';

export type IngestDependencies = {
  openWriter: () => Promise<ArchiveWriter>;
  createEmbedder: () => Promise<CreatedEmbedder>;
  now: () => number;
};

/** Files → cleaned text → articles → chunks → words and vectors → store. */
export function createIngester(dependencies: IngestDependencies): Ingester {
  return async (options, watch) => {
    const started = dependencies.now();
    const report = createReport();
    const given = parseGiven(options);
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

async function storeFiles(
  files: readonly FoundFile[],
  given: GivenFacts,
  options: IngestOptions,
  dependencies: IngestDependencies,
  watch: IngestWatch,
  report: IngestReport,
): Promise<void> {
  const writer = await dependencies.openWriter();
  try {
    const queue = files.map((file) => ({ ...file, given }));
    const isComing = (path: string) => queue.some((file) => file.path === path);
    const openWithSiblings = createSiblingFinder({ run: [...queue], archive: writer });
    const onExplain = options.explain ? (watch.onExplain ?? null) : null;
    // The queue grows while it is worked off.
    for (const [index, file] of queue.entries()) {
      if (watch.signal?.aborted) break;
      tellFiles(watch, report, index, queue.length);
      const reading = createReading(file.given, onExplain, openWithSiblings);
      const work = async () => {
        const outcome = await ingestFile(writer, file.path, reading, report);
        const stale = await listStale(writer, file.path, reading, isComing);
        queue.push(...stale.map((other) => ({ ...other, problem: null })));
        return outcome;
      };
      report.files.push(await takeIn(file, reading.problems, work));
    }
    await writer.flush();
    tellFiles(watch, report, queue.length, queue.length);
    const embedding = { anew: options.reembed ?? false, watch };
    await embedMissing(writer, dependencies.createEmbedder, embedding, report);
    if (watch.signal?.aborted) report.notices.push(wording.interrupted());
  } finally {
    await writer.close();
  }
}

async function previewFiles(
  files: readonly FoundFile[],
  given: GivenFacts,
  watch: IngestWatch,
  report: IngestReport,
): Promise<void> {
  const run = files.map(({ path }) => ({ path, given }));
  const openWithSiblings = createSiblingFinder({ run, archive: null });
  for (const [index, file] of files.entries()) {
    tellFiles(watch, report, index, files.length);
    const reading = createReading(given, watch.onExplain ?? null, openWithSiblings);
    const work = () => previewFile(file.path, reading, report);
    report.files.push(await takeIn(file, reading.problems, work));
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

function createReading(
  given: GivenFacts,
  onExplain: Reading['onExplain'],
  openWithSiblings: Reading['openWithSiblings'],
): Reading & { problems: string[] } {
  const problems: string[] = [];
  return { given, onExplain, openWithSiblings, problems, onProblem: (sentence) => problems.push(sentence) };
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

function tellFiles(watch: IngestWatch, report: IngestReport, done: number, total: number): void {
  watch.onProgress?.({ stage: 'files', done, total, articles: report.articles.added, chunks: report.chunks });
}
