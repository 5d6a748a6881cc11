import type { ArchiveWriter, ChunkInArticle, EmbeddingModel } from '../../domain/ports.js';
import type { Migration } from './migrate.js';
import { placeOf } from './place-of.js';

/** Carried over and committed together. */
const STEP = 256;

/**
 * Gives the chunks of the target that have no vector those that the same stretches of the same articles have in the source:
 * nothing is computed again.
 */
export async function copyVectors(
  migration: Migration,
  writer: ArchiveWriter,
  model: EmbeddingModel,
): Promise<void> {
  const { target, signal, onProgress } = migration;
  const total = await writer.countUnembedded();
  let done = 0;
  let added = 0;
  for (let after = 0; ; ) {
    signal.throwIfAborted();
    onProgress({ stage: 'vectors', done: Math.min(done, total), total });
    const listed = await writer.listUnembedded(after, STEP);
    const last = listed.at(-1)?.chunkId;
    if (last === undefined) {
      if (added === 0) return;
      // Of two chunks that share a number the second is listed when the first has its vector.
      after = added = 0;
      continue;
    }
    const texts = new Map(listed.map(({ chunkId, text }) => [chunkId, text]));
    const loaded = await target.archive.loadChunksInArticles([...texts.keys()]);
    // Two chunks may share a number: only the one that was listed is meant.
    const wanted = loaded.filter(({ chunk }) => texts.get(chunk.chunkId) === chunk.text);
    const rows = await findVectors(migration, wanted);
    if (rows.length > 0) await writer.addVectors(model, rows);
    added += rows.length;
    after = last;
    done += listed.length;
  }
}

async function findVectors(
  { source: { archive } }: Migration,
  wanted: readonly ChunkInArticle[],
): Promise<{ chunkId: number; vector: Float32Array }[]> {
  const articleIds = [...new Set(wanted.map(({ article }) => article.articleId))];
  const held = await archive.loadChunksOfArticles(articleIds);
  const byPlace = new Map(held.map((chunk) => [placeOf(chunk), chunk.chunkId]));
  const pairs = wanted.flatMap(({ chunk }) => {
    const from = byPlace.get(placeOf(chunk));
    return from === undefined ? [] : [{ from, to: chunk.chunkId }];
  });
  const vectors = await archive.loadVectors(pairs.map(({ from }) => from));
  return pairs.flatMap(({ to }, i) => {
    const vector = vectors[i] ?? null;
    return vector === null ? [] : [{ chunkId: to, vector }];
  });
}
