import { randomUUID } from 'node:crypto';
import { StoreError } from '../../domain/errors.js';
import { takenOver } from '../../domain/wording/weaviate.js';
import { beginChange } from './changes.js';
import type { FileRecord } from './file-records.js';
import type { Waiting } from './file-writing.js';
import { claimUuid } from './ids.js';
import { takeBack } from './recovery.js';
import type { WriteSession } from './write-session.js';

/** Chunks of small files that wait to be written together. */
const MOST_WAITING = 1500;

/** New files that are written together. */
export class WaitingFiles {
  private readonly files = new Map<string, Waiting>();
  private readonly articles = new Set<string>();
  private chunks = 0;

  constructor(private readonly writing: WriteSession) {}

  get(path: string): FileRecord | null {
    return this.files.get(path)?.record ?? null;
  }

  has(articleId: string): boolean {
    return this.articles.has(articleId);
  }

  records(): FileRecord[] {
    return Array.from(this.files.values(), ({ record }) => record);
  }

  async add(file: Waiting): Promise<void> {
    this.files.set(file.record.path, file);
    for (const { prepared } of file.entries) {
      this.articles.add(prepared.article.articleId);
      this.chunks += prepared.chunks.length;
    }
    if (this.chunks > MOST_WAITING) await this.flush();
  }

  /** What cannot be written goes on waiting. Throws StoreError where another process has brought something else for a file. */
  async flush(): Promise<void> {
    if (this.files.size === 0) return;
    const { writing } = this;
    const paths = [...this.files.keys()];
    const id = randomUUID();
    // Nothing comes under this change: it keeps others from the same files.
    await beginChange(writing, { id, path: '', going: paths.map(claimUuid) }, paths);
    try {
      await this.write(await writing.files.loadAll(paths));
    } finally {
      await writing.state.forgetChange(id).catch(() => {});
    }
  }

  /** @param held what others have brought meanwhile */
  private async write(held: ReadonlyMap<string, FileRecord>): Promise<void> {
    const { writing } = this;
    const files = [...this.files.values()];
    const coming = files.filter(({ record }) => !held.has(record.path));
    const records = coming.map(({ record }) => record);
    await writing.put(coming.flatMap(({ entries }) => entries));
    await writing.files.save(records);
    this.files.clear();
    this.articles.clear();
    this.chunks = 0;
    const others = files.filter(
      ({ record }) => (held.get(record.path) ?? record).fingerprint !== record.fingerprint,
    );
    for (const { epoch } of others) await takeBack(writing, epoch);
    await writing.pulse();
    await writing.checkFiles(records);
    const [other] = others;
    if (other !== undefined) throw new StoreError(takenOver(other.record.path));
  }
}
