import { InputError } from '../src/domain/errors.js';
import type { IngestWatch, Waiting } from '../src/domain/ingest-watch.js';
import type { ArchiveWriter, Ingester, IngestReport, StoredFile } from '../src/domain/ports.js';
import type { CreatedEmbedder } from '../src/models/create-embedder.js';
import { findVanished } from './again/find-vanished.js';
import { listKept } from './again/report-vanished.js';
import { createSiblingFinder } from './continue/sibling-finder.js';
import { type Found, findFiles } from './files/find-files.js';
import { isOfBase } from './fingerprint.js';
import { parseGiven } from './parse-given.js';
import { previewFile } from './preview-file.js';
import type { GivenFacts } from './readers/reader.js';
import { createReport, createTeller } from './report.js';
import { storeFiles } from './store-files.js';
import { createReading, takeIn } from './take-in.js';

export type IngestDependencies = {
  /** Waits for another writer where it is given who hears of it; throws ArchiveBusyError otherwise. */
  openWriter: (wait: Waiting | null) => Promise<ArchiveWriter>;
  createEmbedder: () => Promise<CreatedEmbedder>;
  /** What the archive holds, without opening it for writing; none where there is no archive. */
  listStoredFiles: () => Promise<StoredFile[]>;
  now: () => number;
};

/** Files → cleaned text → articles → chunks → words and vectors → store. */
export function createIngester(dependencies: IngestDependencies): Ingester {
  return async (options, watch) => {
    const started = dependencies.now();
    const report = createReport();
    const given = parseGiven(options);
    const found = await findFiles(options.paths);
    refuseWhereNothingCanGoIn(found);
    if (options.dryRun) await previewFiles(found, given, dependencies, watch, report);
    else await storeFiles(found, given, options, dependencies, watch, report);
    // The clock may have been set back meanwhile.
    report.seconds = Math.max(0, (dependencies.now() - started) / 1000);
    return report;
  };
}

/** Nothing is written, not even an empty archive, where no file can go in. */
function refuseWhereNothingCanGoIn({ files }: Found): void {
  const problems = files.flatMap(({ problem }) => (problem ? [problem] : []));
  if (files.length && problems.length === files.length) throw new InputError(problems.join('\n'));
}

async function previewFiles(
  found: Found,
  given: GivenFacts,
  { now, listStoredFiles }: IngestDependencies,
  watch: IngestWatch,
  report: IngestReport,
): Promise<void> {
  const { files } = found;
  const stored = await listStoredFiles();
  const storedByPath = new Map(stored.map((file) => [file.path, file]));
  const run = files.map(({ path }) => ({ path, given }));
  const openWithSiblings = createSiblingFinder({ run, archive: null });
  const teller = createTeller(watch, report, now);
  for (const [index, file] of files.entries()) {
    teller.tellFiles(index, files.length);
    const reading = createReading(given, watch.onExplain ?? null, openWithSiblings);
    const work = async () => {
      const { articles, chunks } = await previewFile(file.path, reading);
      const status = await foresee(file.path, given, storedByPath.get(file.path));
      report.articles[status === 'unchanged' ? 'unchanged' : 'added'] += articles;
      report.chunks += status === 'unchanged' ? 0 : chunks;
      return { articles, status };
    };
    report.files.push(await takeIn(file, reading.problems, work));
  }
  report.files.push(...listKept(await findVanished(stored, found)));
}

/** What would become of a file, as far as it tells by itself: what only goes on in another file may change with that. */
async function foresee(
  path: string,
  given: GivenFacts,
  stored: StoredFile | undefined,
): Promise<'new' | 'changed' | 'unchanged'> {
  if (!stored) return 'new';
  return (await isOfBase(stored.fingerprint, path, given)) ? 'unchanged' : 'changed';
}
