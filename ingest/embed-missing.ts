import { EmbeddingError } from '../src/domain/errors.js';
import type {
  ArchiveWriter,
  Embedder,
  Ingester,
  IngestReport,
  UnembeddedChunk,
} from '../src/domain/ports.js';
import * as wording from '../src/domain/wording/ingest.js';
import type { IngestDependencies } from './ingest.js';

/** Chunks embedded and committed together: a few seconds of work, so that an interruption loses little. */
const STEP = 128;

/** Makes the vectors that the archive lacks, of this run and of earlier ones, and brings the index file up to date. */
export async function embedMissing(
  writer: ArchiveWriter,
  createEmbedder: IngestDependencies['createEmbedder'],
  watch: Parameters<Ingester>[1],
  report: IngestReport,
): Promise<void> {
  const total = await writer.countUnembedded();
  report.vectors.missing = total;
  if (total > 0 && !watch.signal?.aborted) {
    const { embedder, notice } = await createEmbedder();
    if (notice) report.notices.push(notice);
    if (embedder) await embedAll(writer, embedder, total, watch, report);
    if (report.vectors.missing > 0) report.notices.push(wording.wordsOnly(report.vectors.missing));
  }
  await writer.saveVectorIndex((done, of) => watch.onProgress?.({ stage: 'index', done, total: of }));
}

/** An endpoint that fails half-way leaves the vectors that are done; the rest is made by the next run. */
async function embedAll(
  writer: ArchiveWriter,
  embedder: Embedder,
  total: number,
  watch: Parameters<Ingester>[1],
  report: IngestReport,
): Promise<void> {
  try {
    let after = 0;
    for (;;) {
      watch.onProgress?.({ stage: 'vectors', done: report.vectors.added, total });
      const chunks = await writer.listUnembedded(after, STEP);
      const last = chunks[chunks.length - 1];
      if (!last || watch.signal?.aborted) return;
      const vectors = await embedder.embedPassages(chunks.map(passageText));
      await writer.addVectors(embedder, pair(chunks, vectors));
      after = last.chunkId;
      report.vectors.added += chunks.length;
      report.vectors.missing -= chunks.length;
    }
  } catch (error) {
    if (!(error instanceof EmbeddingError)) throw error;
    report.notices.push(wording.embeddingStopped(error.message));
  } finally {
    await embedder.close();
  }
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
