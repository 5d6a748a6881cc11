import { EmbeddingError } from '../src/domain/errors.js';
import type { IngestWatch } from '../src/domain/ingest-watch.js';
import type { ArchiveWriter, Embedder, IngestReport, UnembeddedChunk } from '../src/domain/ports.js';
import * as wording from '../src/domain/wording/ingest.js';
import type { CreatedEmbedder } from '../src/models/create-embedder.js';
import { raceWithSignal } from '../src/system/race-with-signal.js';

/** Chunks embedded and committed together: a few seconds of work, so that an interruption loses little. */
const STEP = 128;

/**
 * Makes the vectors that the archive lacks, of this run and of earlier ones, and brings the index file up to date.
 * With `anew` all are made, and the old ones are forgotten as soon as the model has shown that it works.
 */
export async function embedMissing(
  writer: ArchiveWriter,
  createEmbedder: () => Promise<CreatedEmbedder>,
  { anew, watch }: { anew: boolean; watch: IngestWatch },
  report: IngestReport,
): Promise<void> {
  report.vectors.missing = await writer.countUnembedded();
  if ((anew || report.vectors.missing > 0) && !watch.signal?.aborted) {
    const created = await untilStopped(createEmbedder(), watch);
    if (!created) return;
    const { embedder, notice } = created;
    if (notice) report.notices.push(notice);
    if (embedder) await embedAll(writer, embedder, { anew, watch }, report);
    else if (anew) report.notices.push(wording.vectorsKept());
  }
  await writer.saveVectorIndex((done, of) => watch.onProgress?.({ stage: 'index', done, total: of }));
}

/** An endpoint that fails half-way leaves the vectors that are done; the rest is made by the next run. */
async function embedAll(
  writer: ArchiveWriter,
  embedder: Embedder,
  { anew, watch }: { anew: boolean; watch: IngestWatch },
  report: IngestReport,
): Promise<void> {
  try {
    if (anew) await forgetVectors(writer, embedder, report);
    const total = report.vectors.missing;
    let after = 0;
    for (;;) {
      watch.onProgress?.({ stage: 'vectors', done: report.vectors.added, total });
      const chunks = await writer.listUnembedded(after, STEP);
      const last = chunks[chunks.length - 1];
      if (!last || watch.signal?.aborted) return;
      const vectors = await untilStopped(embedder.embedPassages(chunks.map(passageText)), watch);
      if (!vectors) return;
      await writer.addVectors(embedder, pair(chunks, vectors));
      after = last.chunkId;
      report.vectors.added += chunks.length;
      report.vectors.missing -= chunks.length;
    }
  } catch (error) {
    if (!(error instanceof EmbeddingError)) throw error;
    report.notices.push(wording.embeddingStopped(error.message, report.vectors.missing));
  } finally {
    await embedder.close();
  }
}

/** null as soon as the person stops the run: a hanging endpoint must not hold the terminal. */
async function untilStopped<Value>(work: Promise<Value>, { signal }: IngestWatch): Promise<Value | null> {
  if (!signal) return work;
  try {
    return await raceWithSignal(work, signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** A model that cannot embed one word must not cost the archive its vectors. */
async function forgetVectors(writer: ArchiveWriter, embedder: Embedder, report: IngestReport): Promise<void> {
  await embedder.embedPassages(['报纸']);
  await writer.dropVectors();
  report.vectors.missing = await writer.countUnembedded();
}

/** The headline says what a chunk from the middle of an article is about. */
const passageText = ({ headline, text }: UnembeddedChunk): string =>
  headline ? `${headline}\n${text}` : text;

function pair(chunks: readonly UnembeddedChunk[], vectors: readonly Float32Array[]) {
  return chunks.map(({ chunkId }, index) => {
    const vector = vectors[index];
    if (!vector)
      throw new Error(`The embedder returned ${vectors.length} vectors for ${chunks.length} passages`);
    return { chunkId, vector };
  });
}
