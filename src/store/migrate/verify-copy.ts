import type { Article, Chunk } from '../../domain/article.js';
import type { MigrationReport } from '../../domain/copies.js';
import { StoreError } from '../../domain/errors.js';
import type { StoredFile } from '../../domain/ports.js';
import * as wording from '../../domain/wording/migrate.js';
import { dot } from '../vectors/dot.js';
import { checksumOf, checksumOfAll } from './article-checksum.js';
import type { Migration } from './migrate.js';
import { placeOf } from './place-of.js';

/** Compared together. */
const ARTICLES_AT_ONCE = 100;
/** A store may scale a vector to norm 1 anew, which changes its last digits. */
const SAME_DIRECTION = 0.9999;

/** Of the same place, in the source and in the target. */
type Pair = { from: Chunk; to: Chunk };

type Verified = Omit<MigrationReport, 'skipped'>;

/**
 * Compares every file, article, chunk and vector of the source with what the target has of it.
 * @throws StoreError naming what differs
 */
export async function verifyCopy(migration: Migration): Promise<Verified> {
  const verification = new Verification(migration);
  return verification.run();
}

class Verification {
  private readonly differing: wording.Differing = { files: [], articles: [], chunks: [], vectors: [] };
  private readonly checksums = {
    source: new Map<string, string>(),
    target: new Map<string, string>(),
  };
  private paths: ReadonlySet<string> = new Set();
  private chunks = 0;
  private vectors = 0;
  /** Chunks of the target that the source has cut otherwise. */
  private recut = 0;
  private hasVectors = false;

  constructor(private readonly migration: Migration) {}

  async run(): Promise<Verified> {
    const { source, target } = this.migration;
    const files = await source.store.listStoredFiles();
    const held = await target.store.listStoredFiles();
    this.paths = new Set(files.map(({ path }) => path));
    this.hasVectors = (await source.archive.embeddingModel()) !== null;
    this.compareFiles(files, held);
    await this.compareAllArticles();
    const checksum = checksumOfAll(this.checksums.source);
    const sums = { source: checksum, target: checksumOfAll(this.checksums.target) };
    if (sums.source !== sums.target || Object.values(this.differing).some(({ length }) => length > 0))
      throw new StoreError(wording.differs(this.differing, sums));
    const others = held.filter(({ path }) => !this.paths.has(path)).length;
    return {
      ...{ files: files.length, articles: this.checksums.source.size },
      ...{ chunks: this.chunks, vectors: this.vectors, checksum },
      notices: [
        ...(others > 0 ? [wording.otherFiles(others)] : []),
        ...(this.hasVectors && this.recut > 0 ? [wording.recut(this.recut)] : []),
      ],
    };
  }

  private compareFiles(files: readonly StoredFile[], held: readonly StoredFile[]): void {
    const byPath = new Map(held.map((file) => [file.path, file]));
    for (const { path, fingerprint, articles } of files) {
      const copy = byPath.get(path);
      if (copy?.fingerprint !== fingerprint || copy.articles !== articles) this.differing.files.push(path);
    }
  }

  private async compareAllArticles(): Promise<void> {
    const { source, signal, onProgress } = this.migration;
    const { articles: total } = await source.archive.coverage();
    let some: Article[] = [];
    for await (const article of source.archive.listArticles({})) {
      some.push(article);
      if (some.length < ARTICLES_AT_ONCE) continue;
      signal.throwIfAborted();
      await this.compareArticles(some);
      onProgress({ stage: 'verify', done: this.checksums.source.size, total });
      some = [];
    }
    await this.compareArticles(some);
    onProgress({ stage: 'verify', done: this.checksums.source.size, total });
  }

  private async compareArticles(articles: readonly Article[]): Promise<void> {
    const { source, target } = this.migration;
    const copies = await target.archive.loadArticles(articles.map(({ articleId }) => articleId));
    const byId = new Map(copies.map((copy) => [copy.articleId, copy]));
    for (const article of articles) this.compareRecords(article, byId.get(article.articleId));
    const [cut, copied] = await Promise.all(
      [source, target].map(async ({ archive }) =>
        groupChunks(await archive.loadChunksOfArticles([...byId.keys()])),
      ),
    );
    const pairs = copies.flatMap((copy) => {
      const of = (chunks: typeof cut) => chunks?.get(copy.articleId) ?? [];
      return this.compareChunks(copy, of(cut), of(copied));
    });
    if (this.hasVectors) await this.compareVectors(pairs);
  }

  private compareRecords(article: Article, copy: Article | undefined): void {
    const { articleId, body } = article;
    const checksum = checksumOf(article);
    this.checksums.source.set(articleId, checksum);
    if (copy === undefined) {
      this.differing.articles.push(articleId);
      return;
    }
    // In a file that only the target has it stood before, and stands as that one has it.
    const isOfOtherFile = !this.paths.has(copy.sourceFile) && copy.body === body;
    const copied = isOfOtherFile ? checksum : checksumOf(copy);
    this.checksums.target.set(articleId, copied);
    if (copied !== checksum) this.differing.articles.push(articleId);
  }

  /** The pairs of chunks of the same place. Both are cut alike, or the target as this program cuts now. */
  private compareChunks(copy: Article, held: readonly Chunk[], copied: readonly Chunk[]): Pair[] {
    const { articleId } = copy;
    const byPlace = new Map(held.map((chunk) => [placeOf(chunk), chunk]));
    const pairs = copied.flatMap((to) => {
      const from = byPlace.get(placeOf(to));
      return from === undefined ? [] : [{ from, to }];
    });
    this.chunks += copied.length;
    this.recut += copied.length - pairs.length;
    if (pairs.length === held.length && pairs.length === copied.length) return pairs;
    const expected = this.migration.prepareChunks(copy).map((chunk) => placeOf({ articleId, ...chunk }));
    if (copied.map(placeOf).join('\n') !== expected.join('\n')) this.differing.chunks.push(articleId);
    return pairs;
  }

  private async compareVectors(pairs: readonly Pair[]): Promise<void> {
    const { source, target } = this.migration;
    const [own, copied] = await Promise.all([
      source.archive.loadVectors(pairs.map(({ from }) => from.chunkId)),
      target.archive.loadVectors(pairs.map(({ to }) => to.chunkId)),
    ]);
    pairs.forEach(({ from }, i) => {
      const [vector, copy] = [own[i] ?? null, copied[i] ?? null];
      if (vector === null) return;
      this.vectors++;
      if (copy === null || !pointAlike(vector, copy)) this.differing.vectors.push(from.articleId);
    });
  }
}

function groupChunks(chunks: readonly Chunk[]): Map<string, Chunk[]> {
  const groups = new Map<string, Chunk[]>();
  for (const chunk of chunks) {
    const group = groups.get(chunk.articleId);
    if (group === undefined) groups.set(chunk.articleId, [chunk]);
    else group.push(chunk);
  }
  return groups;
}

function pointAlike(one: Float32Array, other: Float32Array): boolean {
  if (one.length !== other.length) return false;
  return dot(one, other, 0) / Math.sqrt(dot(one, one, 0) * dot(other, other, 0)) >= SAME_DIRECTION;
}
