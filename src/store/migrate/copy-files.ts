import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { ArchiveWriter, StoredFile } from '../../domain/ports.js';
import { type FileGroup, groupByFile } from '../group-by-file.js';
import type { Migration } from './migrate.js';

/**
 * Writes what the target does not have yet, file by file in the order in which they first came in: lists and articles in
 * two files depend on it. Chunks are made anew, as a store keeps the postings of words and not the words of a chunk.
 * Returns how many files were there before.
 */
export async function copyFiles(migration: Migration, writer: ArchiveWriter): Promise<number> {
  return new FileCopying(migration, writer).run();
}

class FileCopying {
  private done = 0;
  private total = 0;
  private articles = 0;
  private chunks = 0;
  private skipped = 0;

  constructor(
    private readonly migration: Migration,
    private readonly writer: ArchiveWriter,
  ) {}

  async run(): Promise<number> {
    const { store } = this.migration.source;
    const waiting = new Map((await store.listStoredFiles()).map((file) => [file.path, file]));
    this.total = waiting.size;
    for await (const group of groupByFile(store.exportArticles({}))) {
      await this.copy(group, waiting.get(group.path) ?? null);
      waiting.delete(group.path);
    }
    // Without articles they are not exported.
    for (const file of waiting.values()) await this.copy({ ...file, records: none() }, file);
    await this.writer.flush();
    return this.skipped;
  }

  /** `stored` is null for a file that the source has not taken in to its end. */
  private async copy({ path, fingerprint, records }: FileGroup, stored: StoredFile | null): Promise<void> {
    await letOthersRun();
    this.migration.signal.throwIfAborted();
    const held = await this.writer.loadFile(path);
    if (held?.fingerprint === fingerprint && held.articles === (stored?.articles ?? held.articles)) {
      for await (const _ of records) this.articles++;
      this.skipped++;
    } else {
      const look = stored?.look ?? null;
      await this.writer.writeFile(
        { path, fingerprint, ...(look === null ? {} : { look }) },
        this.prepare(records),
      );
    }
    this.done++;
    this.tell();
  }

  private async *prepare(records: FileGroup['records']) {
    for await (const { article } of records) {
      const chunks = this.migration.prepareChunks(article);
      yield { article, chunks };
      this.articles++;
      this.chunks += chunks.length;
      this.tell();
      // A store in this process would let neither signals nor the clock through.
      await letOthersRun();
    }
  }

  private tell(): void {
    const { done, total, articles, chunks } = this;
    this.migration.onProgress({ stage: 'files', done, total, articles, chunks });
  }
}

async function* none() {}
