import { setImmediate } from 'node:timers/promises';
import type { Log } from '../../domain/ports.js';
import { toVector } from '../blobs.js';
import { dataFiles } from '../data-folder.js';
import type { AllowedChunks } from '../filter.js';
import type { Database } from '../open-database.js';
import { loadDataVersion } from '../prepared.js';
import { type ScoredChunk, TopChunks } from '../top-chunks.js';
import { dot } from './dot.js';
import { loadSavedGraph, type SavedGraph } from './graph-file.js';
import { belongsTo, loadIndexOwner, type ManifestOwner, readManifestText } from './manifest.js';
import { toUnitVector } from './unit-vector.js';
import { countVectors } from './vector-rows.js';
import { VectorTail } from './vector-tail.js';

/** So few chunks inside a filter's walls are compared one by one: exact, and cheaper than walking the graph past the rest. */
const FEW_ALLOWED = 5000;
const COMPARED_AT_ONCE = 500;
/** Asked for beyond the limit where some of the nearest may be chunks that have gone. */
const SPARE = 16;

/**
 * Reads the vectors: those in the index file through its graph, the others (the tail) one by one. Without a valid
 * file all are tail, so a damaged file costs time and nothing else. SQLite says in the end which vectors there are.
 */
export class VectorIndex {
  private owner: ManifestOwner | null = null;
  private saved: SavedGraph | null = null;
  private tail: VectorTail | null = null;
  /** Whether graph and tail are known to hold what the archive does, and whether they hold more. */
  private isCurrent = false;
  private holdsGone = false;
  /** The manifest that was looked at last, and what the archive said of it, whatever came of it; undefined before the first look. */
  private seenManifest: string | null | undefined;
  /** SQLite's data_version at the last look: a writer commits after every index file. */
  private seenVersion: unknown;
  private loading: Promise<void> = Promise.resolve();
  private isLoading = false;
  private filling: Promise<void> | null = null;
  private isFilled = false;
  private readonly loadEmbeddings;
  private readonly findGone;

  constructor(
    private readonly database: Database,
    private readonly dataDir: string,
    private readonly log: Log,
  ) {
    this.loadEmbeddings = database
      .prepare('SELECT chunk_id, embedding FROM json_each(?) CROSS JOIN vector ON chunk_id = value')
      .raw();
    this.findGone = database
      .prepare('SELECT value FROM json_each(?) WHERE value NOT IN (SELECT chunk_id FROM vector)')
      .pluck();
  }

  /**
   * Looks for a new index file, and reads the tail so that others get their turn. Waits for the first file only: while a later
   * one is loaded, the old one answers. Belongs before the transaction of a search.
   */
  async prepare(): Promise<void> {
    const version = loadDataVersion(this.database);
    if (!this.isLoading && version !== this.seenVersion) {
      this.seenVersion = version;
      this.isFilled = false;
      this.isLoading = true;
      this.loading = this.loadNewGraph()
        .catch((error: unknown) => this.log.warn({ error }, 'vector index file could not be looked at'))
        .finally(() => {
          this.isLoading = false;
        });
    }
    if (this.seenManifest === undefined) await this.loading;
    if (this.isFilled) return;
    // What fails here fails again inside the transaction, where it is told.
    this.filling ??= this.fillTail()
      .catch(() => {})
      .finally(() => {
        this.filling = null;
      });
    await this.filling;
  }

  /** Takes over what has been committed since; inside a transaction. */
  refresh(): void {
    this.isCurrent = false;
    const owner = loadIndexOwner(this.database);
    if (this.owner !== null && (owner === null || !isSameOwner(owner, this.owner))) this.tail = null;
    this.owner = owner;
    if (this.saved !== null && (owner === null || !belongsTo(this.saved.manifest, owner))) {
      this.takeSaved(null);
    }
  }

  /** A question's vector ready for the two methods below; null before the archive's first vector. */
  toQuestionVector(vector: Float32Array): Float32Array | null {
    if (this.owner === null) return null;
    return toUnitVector(vector, { id: this.owner.modelId, dimension: this.owner.dimension });
  }

  /** The chunks nearest to the vector, best first. Inside a transaction. */
  findNearest(vector: Float32Array, limit: number, allowed: AllowedChunks | null): ScoredChunk[] {
    const { owner } = this;
    if (owner === null) return [];
    if (allowed !== null && allowed.ids.length <= FEW_ALLOWED)
      return this.compareAll(vector, limit, allowed.ids);
    const tail = this.extendTail(owner);
    const most = tail.count + (this.saved?.graph.count ?? 0);
    for (let wanted = this.holdsGone ? limit + SPARE : limit; ; wanted *= 2) {
      const best = new TopChunks(wanted);
      for (const { chunkId, score } of this.saved?.graph.search(vector, wanted, allowed) ?? []) {
        best.offer(chunkId, score);
      }
      tail.search(vector, best, allowed);
      const live = this.holdsGone ? this.keepLive(best.toSorted()) : best.toSorted();
      if (live.length >= limit || wanted >= most) return live.slice(0, limit);
    }
  }

  /** Cosine similarities by chunk; those that have no vector are left out. Inside a transaction. */
  compare(vector: Float32Array, chunkIds: readonly number[]): Map<number, number> {
    const cosines = new Map<number, number>();
    const others: number[] = [];
    for (const chunkId of chunkIds) {
      // Where the file holds more than the archive does, only the archive tells which vectors there are.
      const saved = this.holdsGone || !this.isCurrent ? null : this.saved?.vectors.load(chunkId);
      if (saved) cosines.set(chunkId, dot(vector, saved, 0));
      else others.push(chunkId);
    }
    if (others.length === 0) return cosines;
    const rows = this.loadEmbeddings.all(JSON.stringify(others)) as [number, Buffer][];
    for (const [chunkId, blob] of rows) {
      if (blob.byteLength === vector.byteLength) cosines.set(chunkId, dot(vector, toVector(blob), 0));
    }
    return cosines;
  }

  /** Waits for a load under way. */
  async close(): Promise<void> {
    await this.loading;
    this.takeSaved(null);
  }

  private takeSaved(saved: SavedGraph | null): void {
    this.saved?.vectors.close();
    this.saved = saved;
    this.tail = null;
    this.isCurrent = false;
    this.isFilled = false;
  }

  /** The graph and the tail still hold what has gone. */
  private keepLive(chunks: ScoredChunk[]): ScoredChunk[] {
    const gone = this.findGone.all(JSON.stringify(chunks.map(({ chunkId }) => chunkId)));
    return gone.length ? chunks.filter(({ chunkId }) => !gone.includes(chunkId)) : chunks;
  }

  private compareAll(vector: Float32Array, limit: number, chunkIds: Uint32Array): ScoredChunk[] {
    const best = new TopChunks(limit);
    for (let at = 0; at < chunkIds.length; at += COMPARED_AT_ONCE) {
      const some = this.compare(vector, [...chunkIds.subarray(at, at + COMPARED_AT_ONCE)]);
      for (const [chunkId, score] of some) best.offer(chunkId, score);
    }
    return best.toSorted();
  }

  private async fillTail(): Promise<void> {
    this.isFilled = true;
    const owner = loadIndexOwner(this.database);
    if (owner === null || (this.owner !== null && !isSameOwner(owner, this.owner))) return;
    const tail = this.openTail(owner);
    while (tail === this.tail && tail.extendOnce(this.database)) await setImmediate();
  }

  private openTail(owner: ManifestOwner): VectorTail {
    this.tail ??= new VectorTail(owner.dimension, this.saved?.manifest.lastSequence ?? 0);
    return this.tail;
  }

  private extendTail(owner: ManifestOwner): VectorTail {
    const tail = this.openTail(owner);
    if (this.isCurrent) return tail;
    tail.extend(this.database);
    const held = tail.count + (this.saved?.graph.count ?? 0);
    this.holdsGone = held !== countVectors(this.database);
    this.isCurrent = true;
    return tail;
  }

  private async loadNewGraph(): Promise<void> {
    const text = await readManifestText(dataFiles(this.dataDir).manifest);
    const owner = loadIndexOwner(this.database);
    if (owner === null) return;
    const seen = text === null ? null : `${owner.savedSha256} ${text}`;
    if (seen === this.seenManifest) return;
    const saved = await loadSavedGraph(this.dataDir, owner);
    this.seenManifest = seen;
    if (saved !== null) {
      this.takeSaved(saved);
    } else if (text !== null) {
      this.log.warn({ dataDir: this.dataDir }, 'vector index file ignored: comparing vectors one by one');
    }
  }
}

function isSameOwner(a: ManifestOwner, b: ManifestOwner): boolean {
  return a.archiveId === b.archiveId && a.vectorEpoch === b.vectorEpoch && a.dimension === b.dimension;
}
