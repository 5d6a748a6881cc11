import type { IngestWatch } from '../src/domain/ingest-watch.js';
import type { ArchiveWriter, IngestOptions, IngestReport } from '../src/domain/ports.js';
import * as wording from '../src/domain/wording/ingest.js';
import { reportVanished } from './again/report-vanished.js';
import { listStale } from './continue/list-stale.js';
import { createSiblingFinder } from './continue/sibling-finder.js';
import { embedMissing } from './embed-missing.js';
import type { Found } from './files/find-files.js';
import type { IngestDependencies } from './ingest.js';
import { ingestFile } from './ingest-file.js';
import { createPreparer, type Preparer } from './prepare/preparer.js';
import type { GivenFacts } from './readers/reader.js';
import { createTeller } from './report.js';
import { createReading, takeIn } from './take-in.js';

/** Takes the files in, with what they make stale; tells of those that have gone; makes the vectors that are missing. */
export async function storeFiles(
  found: Found,
  given: GivenFacts,
  options: IngestOptions,
  dependencies: IngestDependencies,
  watch: IngestWatch,
  report: IngestReport,
): Promise<void> {
  const writer = await dependencies.openWriter(options.wait ? watch : null);
  const preparer = createPreparer();
  try {
    await storeEach(writer, preparer, found, given, options, dependencies, watch, report).finally(() =>
      preparer.close(),
    );
    if (!watch.signal?.aborted && (options.part?.vanished ?? true))
      await reportVanished(writer, found, { prune: options.prune ?? false }, report);
    const embedding = { anew: options.reembed ?? false, watch };
    await embedMissing(writer, dependencies.createEmbedder, embedding, report);
    if (watch.signal?.aborted) report.notices.push(wording.interrupted());
  } finally {
    await writer.close();
  }
}

async function storeEach(
  writer: ArchiveWriter,
  preparer: Preparer,
  { files }: Found,
  given: GivenFacts,
  { part, explain }: IngestOptions,
  { now }: IngestDependencies,
  watch: IngestWatch,
  report: IngestReport,
): Promise<void> {
  const queue = files.filter(({ path }) => part?.files.has(path) ?? true).map((file) => ({ ...file, given }));
  const waiting = new Set(queue.map(({ path }) => path));
  const done = new Set<string>();
  const staleOnes = new Set<string>();
  const openWithSiblings = createSiblingFinder({ run: [...queue], archive: writer });
  const teller = createTeller(watch, report, now);
  // The queue grows while it is worked off.
  for (const [index, file] of queue.entries()) {
    if (watch.signal?.aborted) break;
    teller.tellFiles(index, queue.length);
    const onExplain = explain ? (watch.onExplain ?? null) : null;
    const reading = createReading(file.given, onExplain, openWithSiblings);
    waiting.delete(file.path);
    const work = async () => {
      const how = { now, preparer, onArticle: teller.onArticle, isStale: staleOnes.has(file.path) };
      const outcome = await ingestFile(writer, file.path, reading, report, how);
      if (outcome.isUntouched) return outcome;
      done.add(file.path);
      const staleNow = await listStale(writer, file.path, reading, (path) => done.has(path));
      if (!staleNow.length && outcome.settled) await writer.renameFile(file.path, file.path, outcome.settled);
      for (const stale of staleNow) {
        staleOnes.add(stale.path);
        if (waiting.has(stale.path)) continue;
        queue.push({ ...stale, problem: null });
        waiting.add(stale.path);
      }
      return outcome;
    };
    report.files.push(await takeIn(file, reading.problems, work));
  }
  await writer.flush();
  teller.tellFiles(queue.length, queue.length);
}
