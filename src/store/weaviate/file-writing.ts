import { StoreError } from '../../domain/errors.js';
import type { ArchiveWriter, PreparedArticle } from '../../domain/ports.js';
import { takenOver } from '../../domain/wording/weaviate.js';
import { findArticles } from './articles.js';
import { FileChange } from './file-change.js';
import { type FileRecord, isWhole } from './file-records.js';
import { versionOf } from './ids.js';
import type { StoredArticle } from './objects.js';
import { countArticles, leaveFile } from './removal.js';
import { beginsAlike } from './same-beginning.js';
import { loadVectors } from './vectors.js';
import type { Entry, WriteSession } from './write-session.js';

type Articles = AsyncIterable<PreparedArticle> | Iterable<PreparedArticle>;
type InputFile = Parameters<ArchiveWriter['writeFile']>[0];
type Counts = Awaited<ReturnType<ArchiveWriter['writeFile']>>;

/** Looked up together. */
const ARTICLES_AT_ONCE = 200;
/** Chunks that wait to be written. */
const MOST_WAITING = 3000;

/** What a new file brings that waits to be written with other files; its epoch is that of what was written of it already. */
export type Waiting = { entries: readonly Entry[]; record: FileRecord; epoch: string };

/** What is known of files that wait to be written, and of their articles. */
type Held = { get(path: string): FileRecord | null; has(articleId: string): boolean };

/**
 * A file on its way in. A new file's articles are to be seen as they are written; in place of what a file held they come
 * with a change, and are seen when it is switched.
 */
export class FileWriting {
  private readonly counts: Counts = { added: 0, unchanged: 0, removed: 0, chunks: 0 };
  private readonly seen = new Set<string>();
  private readonly order: string[] = [];
  private entries: Entry[] = [];
  private waitingChunks = 0;
  /** Written in earlier steps. */
  private readonly written: Entry[] = [];
  /** Versions that others take the place of. */
  private readonly replaced: StoredArticle[] = [];
  private readonly change: FileChange;

  constructor(
    private readonly writing: WriteSession,
    private readonly file: InputFile,
    private readonly before: FileRecord | null,
    private readonly waiting: Held,
  ) {
    this.change = new FileChange(writing, file.path);
    if (file.adds) for (const articleId of before?.articles ?? []) this.seen.add(articleId);
  }

  /** What still waits to be written; null where all is. */
  async run(articles: Articles): Promise<{ counts: Counts; waiting: Waiting | null }> {
    try {
      let some: PreparedArticle[] = [];
      for await (const prepared of articles) {
        some.push(prepared);
        await this.change.tell();
        if (some.length < ARTICLES_AT_ONCE) continue;
        await this.take(some);
        some = [];
      }
      await this.take(some);
      if (this.before === null && this.replaced.length === 0)
        return { counts: this.counts, waiting: this.wait() };
      await this.exchange();
      return { counts: this.counts, waiting: null };
    } catch (error) {
      // What cannot be undone now is by the next writer; why it was to be undone is what a person should know.
      await this.change.undo(this.written.length > 0).catch(() => {});
      if (!(error instanceof SameContent)) throw error;
      const { added, unchanged } = this.counts;
      return { counts: { added: 0, unchanged: added + unchanged, removed: 0, chunks: 0 }, waiting: null };
    }
  }

  private async take(some: readonly PreparedArticle[]): Promise<void> {
    const held = await findArticles(
      await this.writing.look(),
      some.map(({ article }) => article.articleId),
    );
    for (const prepared of some) {
      const { articleId } = prepared.article;
      if (this.seen.has(articleId)) {
        if (this.file.adds) this.counts.unchanged++;
        continue;
      }
      this.seen.add(articleId);
      this.order.push(articleId);
      const known = held.get(articleId);
      if (known !== undefined) await this.refresh(prepared, known);
      else if (this.waiting.has(articleId)) this.counts.unchanged++;
      else this.add(prepared);
    }
    if (this.waitingChunks > MOST_WAITING) await this.step();
  }

  private add(
    prepared: PreparedArticle,
    vectors: Entry['vectors'] = null,
    arrival = this.writing.arrivals.next(),
  ) {
    this.entries.push({
      ...{ prepared: this.placed(prepared), version: versionOf(prepared) },
      ...{ arrival, epoch: this.change.id, vectors },
    });
    this.waitingChunks += prepared.chunks.length;
    this.counts.chunks += prepared.chunks.length;
    if (vectors === null) this.counts.added++;
  }

  private placed({ article, chunks }: PreparedArticle): PreparedArticle {
    return { article: { ...article, sourceFile: this.file.path }, chunks };
  }

  /** In two files an article stands as the first of them has it. */
  private async refresh(prepared: PreparedArticle, known: StoredArticle): Promise<void> {
    this.counts.unchanged++;
    const { path } = this.file;
    const first = known.article.sourceFile;
    if (first !== path) {
      if (this.waiting.get(first) !== null || (await this.writing.files.load(first)) !== null) return;
      await this.writing.collections.articles.change(known.version, { sourceFile: path });
    }
    if (versionOf(prepared) === known.version) return;
    const { headline, body } = known.article;
    const isSameText = headline === prepared.article.headline && body === prepared.article.body;
    this.replaced.push(known);
    this.add(
      prepared,
      isSameText ? await loadVectors(this.writing, known.version) : new Map(),
      known.arrival,
    );
  }

  /** Of a large file: what waits is written, so that memory is bounded. */
  private async step(): Promise<void> {
    if (this.before !== null) await this.begin();
    const { entries } = this;
    this.written.push(...entries.map((entry) => ({ ...entry, prepared: withoutTerms(entry.prepared) })));
    await this.writing.put(entries);
    if (this.before === null) await this.writing.pulse();
    this.entries = [];
    this.waitingChunks = 0;
  }

  /** All that comes and all that goes is seen to do so with one write: see ARCHITECTURE.md. */
  private async exchange(): Promise<void> {
    const { writing, change } = this;
    await this.begin();
    const going = await this.findGoing();
    const inserted = [...this.written, ...this.entries].filter(({ vectors }) => vectors === null);
    await this.forgetRecut(inserted, going);
    const versions = [...going, ...this.replaced].map(({ version }) => version);
    this.written.push(...this.entries);
    if (this.written.length + versions.length > 0) {
      await writing.put(this.entries);
      const came = this.written.map(({ version }) => version);
      await change.switchOver(came, versions);
    }
    const record = this.record();
    await change.finish(() => writing.files.save([record]), versions);
    await writing.checkFiles([record]);
    this.counts.removed = countArticles(going);
  }

  private async begin(): Promise<void> {
    if (!(await this.change.begin())) return;
    const { writing, file, before } = this;
    const now = await writing.files.load(file.path);
    if (now?.generation === before?.generation) return;
    if (now?.fingerprint === file.fingerprint && !file.adds) throw new SameContent();
    throw new StoreError(takenOver(file.path));
  }

  /** Articles that have not come up again and are in no other file. */
  private async findGoing(): Promise<StoredArticle[]> {
    const { writing, before, file } = this;
    if (before === null || file.adds) return [];
    const missing = before.articles.filter((articleId) => !this.seen.has(articleId));
    if (missing.length === 0) return [];
    return leaveFile(writing, file.path, missing);
  }

  /** What takes the place of an article that goes is no news. */
  private async forgetRecut(inserted: readonly Entry[], going: readonly StoredArticle[]): Promise<void> {
    if (going.length === 0) return;
    const isRecut = beginsAlike(going.map(({ article }) => article));
    for (const entry of inserted) {
      if (!isRecut(entry.prepared.article)) continue;
      if (this.entries.includes(entry)) entry.arrival = 0;
      else await this.writing.collections.articles.change(entry.version, { arrival: 0 });
    }
  }

  private wait(): Waiting {
    return { entries: this.entries, record: this.record(), epoch: this.change.id };
  }

  private record(): FileRecord {
    const { file, before } = this;
    const { fingerprint, look } = file.adds && before !== null && isWhole(before) ? before : file;
    return {
      ...{ path: file.path, fingerprint, look: look ?? null },
      articles: file.adds ? [...(before?.articles ?? []), ...this.order] : this.order,
      madeAt: before?.madeAt ?? Date.now(),
      generation: (before?.generation ?? 0) + 1,
    };
  }
}

/** Another process has put the same in place of the same: there is nothing left to do. */
class SameContent extends Error {}

/** What was written need not be kept whole. */
const withoutTerms = ({ article }: PreparedArticle): PreparedArticle => ({ article, chunks: [] });
