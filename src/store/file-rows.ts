import type { FileLook } from '../domain/file-look.js';
import type { StoredFile } from '../domain/ports.js';
import type { Database } from './open-database.js';
import { prepared } from './prepared.js';

const SELECT_FILE = `
  SELECT path, fingerprint, look,
    (SELECT count(*) FROM article_file WHERE article_file.file_id = source_file.file_id) AS articles
  FROM source_file WHERE complete = 1`;

/** Of the file that stands for those of articles of which nobody knows where they came from (see mend/mend-rows.ts). */
export const LOST_FINGERPRINT = 'lost';

type FileRow = Omit<StoredFile, 'look'> & { look: string | null };

const toStoredFile = (row: FileRow): StoredFile => ({ ...row, look: parseLook(row.look) });

/** One that is damaged on the disk tells nothing: the file is read again. */
function parseLook(json: string | null): FileLook | null {
  try {
    return json === null ? null : (JSON.parse(json) as FileLook | null);
  } catch {
    return null;
  }
}

const toJson = (look: FileLook | undefined): string | null =>
  look === undefined ? null : JSON.stringify(look);

/** The input files and which articles are in which. */
export class FileRows {
  constructor(private readonly database: Database) {}

  load(path: string): StoredFile | null {
    const row = prepared(this.database, `${SELECT_FILE} AND path = ?`).get(path) as FileRow | undefined;
    return row === undefined ? null : toStoredFile(row);
  }

  listByFingerprint(fingerprint: string): StoredFile[] {
    const statement = prepared(this.database, `${SELECT_FILE} AND fingerprint = ? ORDER BY path`);
    return (statement.all(fingerprint) as FileRow[]).map(toStoredFile);
  }

  list(): StoredFile[] {
    return (prepared(this.database, `${SELECT_FILE} ORDER BY path`).all() as FileRow[]).map(toStoredFile);
  }

  /** Of a file that is whole or not; null where the path is unknown. */
  findId(path: string): number | null {
    const statement = prepared(this.database, 'SELECT file_id FROM source_file WHERE path = ?').pluck();
    return (statement.get(path) as number | undefined) ?? null;
  }

  /** The file's row, made where there is none. */
  open({ path, fingerprint }: { path: string; fingerprint: string }): { fileId: number; complete: boolean } {
    prepared(
      this.database,
      'INSERT OR IGNORE INTO source_file (path, fingerprint, complete) VALUES (?, ?, 0)',
    ).run(path, fingerprint);
    const row = prepared(
      this.database,
      'SELECT file_id AS fileId, complete FROM source_file WHERE path = ?',
    ).get(path) as { fileId: number; complete: number };
    return { fileId: row.fileId, complete: row.complete === 1 };
  }

  complete(fileId: number, fingerprint: string, look: FileLook | undefined): void {
    const statement = prepared(
      this.database,
      'UPDATE source_file SET complete = 1, fingerprint = ?, look = ? WHERE file_id = ?',
    );
    statement.run(fingerprint, toJson(look), fileId);
  }

  rename(fileId: number, path: string, look: FileLook | undefined): void {
    const statement = prepared(this.database, 'UPDATE source_file SET path = ?, look = ? WHERE file_id = ?');
    statement.run(path, toJson(look), fileId);
  }

  /** Files that were not taken in to their end although their content has been, under another name. */
  findUnfinishedTwins(fileId: number, fingerprint: string): number[] {
    const sql = 'SELECT file_id FROM source_file WHERE fingerprint = ? AND complete = 0 AND file_id <> ?';
    return prepared(this.database, sql).pluck().all(fingerprint, fileId) as number[];
  }

  /** Articles of the file that were thought to have none have one again. */
  reclaim(fileId: number): void {
    const lost = 'SELECT file_id FROM source_file WHERE fingerprint = ?';
    const unlink = `DELETE FROM article_file WHERE file_id IN (${lost})
      AND article_row IN (SELECT article_row FROM article_file WHERE file_id = ?)`;
    if (prepared(this.database, unlink).run(LOST_FINGERPRINT, fileId).changes === 0) return;
    const forget = `DELETE FROM source_file WHERE file_id IN (${lost})
      AND file_id NOT IN (SELECT file_id FROM article_file)`;
    prepared(this.database, forget).run(LOST_FINGERPRINT);
  }

  remove(fileId: number): void {
    prepared(this.database, 'DELETE FROM source_file WHERE file_id = ?').run(fileId);
  }

  /** Forgets whole files of which no article is left. */
  removeEmptied(fileIds: readonly number[]): void {
    const sql =
      'DELETE FROM source_file WHERE file_id = ? AND NOT EXISTS (SELECT 1 FROM article_file WHERE file_id = ?)';
    for (const fileId of fileIds) prepared(this.database, sql).run(fileId, fileId);
  }

  /** Rows of articles. */
  articlesOf(fileId: number): number[] {
    const statement = prepared(this.database, 'SELECT article_row FROM article_file WHERE file_id = ?');
    return statement.pluck().all(fileId) as number[];
  }

  /** The place behind the file's last article. */
  nextOrdinal(fileId: number): number {
    const sql = 'SELECT ifnull(max(ordinal), -1) + 1 FROM article_file WHERE file_id = ?';
    return prepared(this.database, sql).pluck().get(fileId) as number;
  }

  filesOf(articleRow: number): number[] {
    const statement = prepared(
      this.database,
      'SELECT file_id FROM article_file WHERE article_row = ? ORDER BY file_id',
    );
    return statement.pluck().all(articleRow) as number[];
  }

  isInSomeFile(articleRow: number): boolean {
    return this.filesOf(articleRow).length > 0;
  }

  /** Of the files that hold it whole, and this one. */
  isFirstOf(articleRow: number, fileId: number): boolean {
    const sql = `SELECT min(file_id) FROM article_file JOIN source_file USING (file_id)
      WHERE article_row = ? AND (complete = 1 OR file_id = ?)`;
    return prepared(this.database, sql).pluck().get(articleRow, fileId) === fileId;
  }

  link(fileId: number, articleRow: number, ordinal: number, sourceId: string | null): void {
    const sql =
      'INSERT OR REPLACE INTO article_file (article_row, file_id, ordinal, source_id) VALUES (?, ?, ?, ?)';
    prepared(this.database, sql).run(articleRow, fileId, ordinal, sourceId);
  }

  unlink(fileId: number, articleRow: number): void {
    prepared(this.database, 'DELETE FROM article_file WHERE article_row = ? AND file_id = ?').run(
      articleRow,
      fileId,
    );
  }
}
