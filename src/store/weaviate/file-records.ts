import type { FileLook } from '../../domain/file-look.js';
import type { StoredFile } from '../../domain/ports.js';
import { MOST_RESULTS } from './collection.js';
import { cutInto } from './cut-batches.js';
import { anyOf, equal } from './filter-value.js';
import { fileUuid } from './ids.js';
import type { Collections } from './schema.js';
import type { Properties } from './stored.js';

/** An input file that was taken in to its end, with its articles in the order in which it prints them. */
export type FileRecord = {
  path: string;
  /** Empty where a replacement broke off: the file is read again. */
  fingerprint: string;
  articles: readonly string[];
  look: FileLook | null;
  /** When it first came in, in milliseconds. */
  madeAt: number;
  /** Grows with each time that it is written. */
  generation: number;
};

const FILE = ['path', 'fingerprint', 'articles', 'look', 'madeAt', 'generation'];

export class FileRecords {
  constructor(private readonly collections: Collections) {}

  async load(path: string): Promise<FileRecord | null> {
    const found = await this.collections.files.load(fileUuid(path));
    return found === null ? null : toRecord(found);
  }

  /** Those that there are, by path. */
  async loadAll(paths: readonly string[]): Promise<Map<string, FileRecord>> {
    const found = await this.collections.files.findById([...new Set(paths)].map(fileUuid), FILE);
    return new Map(found.map(({ properties }) => [String(properties.path), toRecord(properties)]));
  }

  async listByFingerprint(fingerprint: string): Promise<FileRecord[]> {
    const filter = equal('fingerprint', fingerprint);
    const found = await this.collections.files.find({ filter, limit: MOST_RESULTS, properties: FILE });
    return found.map(({ properties }) => toRecord(properties)).sort(byPath);
  }

  /** All of them, in the order of their paths. */
  async list(): Promise<FileRecord[]> {
    const records: FileRecord[] = [];
    for await (const { properties } of this.collections.files.walkAll(FILE))
      records.push(toRecord(properties));
    return records.sort(byPath);
  }

  /** Those that hold any of the articles. */
  async listHolding(articleIds: readonly string[]): Promise<FileRecord[]> {
    const records = new Map<string, FileRecord>();
    for (const some of cutInto(articleIds, 500)) {
      const filter = anyOf('articles', some);
      const found = await this.collections.files.find({ filter, limit: MOST_RESULTS, properties: FILE });
      const wanted = new Set(some);
      for (const record of found.map(({ properties }) => toRecord(properties)))
        if (record.articles.some((articleId) => wanted.has(articleId))) records.set(record.path, record);
    }
    return [...records.values()].sort(byComing);
  }

  async save(records: readonly FileRecord[]): Promise<void> {
    const objects = records.map((record) => ({
      id: fileUuid(record.path),
      properties: {
        ...{ path: record.path, fingerprint: record.fingerprint, madeAt: record.madeAt },
        ...{ generation: record.generation, articles: [...record.articles] },
        ...(record.look === null ? {} : { look: JSON.stringify(record.look) }),
      },
    }));
    await this.collections.files.put(objects, ({ properties }) => String(properties.path));
  }

  async remove(path: string): Promise<void> {
    await this.collections.files.removeById(fileUuid(path));
  }
}

/** In the order in which they first came in. */
export const byComing = (a: FileRecord, b: FileRecord) => a.madeAt - b.madeAt || byPath(a, b);

const byPath = (a: FileRecord, b: FileRecord) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function toRecord({ path, fingerprint, articles, look, madeAt, generation }: Properties): FileRecord {
  return {
    path: String(path),
    fingerprint: String(fingerprint ?? ''),
    articles: (articles as string[] | undefined) ?? [],
    look: look === undefined ? null : parseLook(String(look)),
    madeAt: Number(madeAt),
    generation: Number(generation),
  };
}

/** What cannot be read is looked at anew. */
function parseLook(json: string): FileLook | null {
  try {
    return JSON.parse(json) as FileLook;
  } catch {
    return null;
  }
}

/** Whether it was taken in to its end: such a one alone is known above the store. */
export const isWhole = ({ fingerprint }: FileRecord) => fingerprint !== '';

/** The file is read again at its next ingest. */
export const toReadAgain = (record: FileRecord, articles = record.articles): FileRecord => ({
  ...{ ...record, articles, look: null },
  ...{ fingerprint: '', generation: record.generation + 1 },
});

/** Records in their order, as many together as name so many articles at most; one that names more stands alone. */
export function groupByArticles(records: readonly FileRecord[], most: number): FileRecord[][] {
  const groups: FileRecord[][] = [];
  let room = 0;
  for (const record of records) {
    room -= record.articles.length;
    if (room >= 0) groups.at(-1)?.push(record);
    else {
      groups.push([record]);
      room = most - record.articles.length;
    }
  }
  return groups;
}

export const toStoredFile = ({ path, fingerprint, articles, look }: FileRecord): StoredFile => ({
  ...{ path, fingerprint, look },
  articles: articles.length,
});
