import type { ArchiveWriter, PreparedArticle } from '../domain/ports.js';
import { forgetRecutArrivals } from './arrivals.js';
import { ArticleWriter } from './article-writer.js';
import { FileRows } from './file-rows.js';
import type { WriteTransaction } from './write-transaction.js';

type Articles = AsyncIterable<PreparedArticle> | Iterable<PreparedArticle>;
type InputFile = Parameters<ArchiveWriter['writeFile']>[0];
type Counts = Awaited<ReturnType<ArchiveWriter['writeFile']>>;

/** Puts a file's articles in place of what the file held before; see ArchiveWriter.writeFile. */
export async function writeFile(
  transaction: WriteTransaction,
  file: InputFile,
  articles: Articles,
): Promise<Counts> {
  return new FileWriting(transaction, file).run(articles);
}

/** One file on its way in. A new file is committed in steps, a file that was whole before in one piece. */
class FileWriting {
  private readonly articles: ArticleWriter;
  private readonly files: FileRows;
  private readonly counts: Counts = { added: 0, unchanged: 0, removed: 0, chunks: 0 };
  /** Rows of articles that the file held before and that have not come up again. */
  private missing = new Set<number>();
  private readonly seen = new Set<number>();
  private readonly inserted: number[] = [];
  private wasComplete = false;
  private isPartlyCommitted = false;
  private fileId = 0;
  /** Of the next article. */
  private ordinal = 0;

  constructor(
    private readonly transaction: WriteTransaction,
    private readonly file: InputFile,
  ) {
    this.articles = new ArticleWriter(transaction);
    this.files = new FileRows(transaction.database);
  }

  async run(articles: Articles): Promise<Counts> {
    let mark = this.transaction.mark();
    try {
      this.open();
      for await (const prepared of articles) {
        this.put(prepared);
        if (this.wasComplete) this.transaction.spill(mark);
        else if (this.transaction.isLarge) mark = this.commitStep();
      }
      this.removeMissing();
      if (!(this.file.adds && this.wasComplete))
        this.files.complete(this.fileId, this.file.fingerprint, this.file.look);
      this.removeTwins();
      this.files.reclaim(this.fileId);
      this.transaction.release();
    } catch (error) {
      this.transaction.undo(mark);
      if (this.isPartlyCommitted) this.takeBack();
      throw error;
    }
    if (this.transaction.isLarge) this.transaction.commit();
    return this.counts;
  }

  private open(): void {
    const { fileId, complete } = this.files.open(this.file);
    this.fileId = fileId;
    this.wasComplete = complete;
    const held = this.files.articlesOf(fileId);
    if (!this.file.adds) this.missing = new Set(held);
    else for (const row of held) this.seen.add(row);
    this.ordinal = this.file.adds ? this.files.nextOrdinal(fileId) : 0;
  }

  private put(prepared: PreparedArticle): void {
    const { articleId, sourceId } = prepared.article;
    const known = this.articles.find(articleId);
    // The same article twice in one file is one article, at its first place.
    if (known !== null && this.seen.has(known)) {
      if (this.file.adds) this.counts.unchanged++;
      return;
    }
    const row = known ?? this.insert(prepared);
    this.files.link(this.fileId, row, this.ordinal++, sourceId);
    this.seen.add(row);
    this.missing.delete(row);
    if (known === null) return;
    this.counts.unchanged++;
    // In two files it stands as the first of them has it.
    if (this.files.isFirstOf(row, this.fileId)) this.counts.chunks += this.articles.refresh(row, prepared);
  }

  private insert(prepared: PreparedArticle): number {
    const { row, chunks } = this.articles.insert(prepared);
    this.inserted.push(row);
    this.counts.added++;
    this.counts.chunks += chunks;
    return row;
  }

  private removeMissing(): void {
    if (this.missing.size > 0) {
      forgetRecutArrivals(this.transaction.database, this.inserted, [...this.missing]);
    }
    for (const row of this.missing) {
      this.files.unlink(this.fileId, row);
      if (this.files.isInSomeFile(row)) continue;
      this.articles.remove(row);
      this.counts.removed++;
    }
  }

  /** What a damaged name, or a copy that was cut off, left of the same content. */
  private removeTwins(): void {
    const { fileId, file, transaction } = this;
    for (const twin of this.files.findUnfinishedTwins(fileId, file.fingerprint))
      removeFileRows(transaction, twin);
  }

  private commitStep() {
    this.transaction.release();
    this.transaction.commit();
    this.isPartlyCommitted = true;
    return this.transaction.mark();
  }

  /** Takes out what earlier steps of this new file have committed. */
  private takeBack(): void {
    this.transaction.begin();
    removeFileRows(this.transaction, this.fileId);
    this.transaction.commit();
  }
}

/** Forgets a file, with the articles that are in no other. Returns how many articles went. */
export function removeFileRows(transaction: WriteTransaction, fileId: number): number {
  const files = new FileRows(transaction.database);
  const articles = new ArticleWriter(transaction);
  const rows = files.articlesOf(fileId);
  files.remove(fileId);
  const orphans = rows.filter((row) => !files.isInSomeFile(row));
  for (const row of orphans) articles.remove(row);
  return orphans.length;
}
