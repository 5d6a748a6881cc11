import type { Database } from '../open-database.js';

/** A file that an admin sent to be taken in, under the path that the archive knows it by. */
export type Upload = { uploadId: number; adminId: number; name: string; path: string; at: Date };

/** What can be taken back: an upload goes from here when nothing of it is left in the archive. */
export type UploadStore = {
  add(upload: Omit<Upload, 'uploadId'>): Upload;
  find(uploadId: number): Upload | null;
  /** The last one of this admin. */
  findLast(adminId: number): Upload | null;
  remove(uploadId: number): void;
  /** It was taken in, or its sender knows why not. */
  finish(uploadId: number): void;
  /** Those that were being taken in when the bot was killed. */
  listUnfinished(): Upload[];
};

export const UPLOAD_TABLES = `
   CREATE TABLE upload (
     upload_id INTEGER PRIMARY KEY AUTOINCREMENT, admin_id INTEGER NOT NULL, name TEXT NOT NULL,
     path TEXT NOT NULL UNIQUE, uploaded_at INTEGER NOT NULL, finished INTEGER NOT NULL DEFAULT 0
   ) STRICT;`;

const SELECT = `
  SELECT upload_id AS uploadId, admin_id AS adminId, name, path, uploaded_at AS "at" FROM upload`;

type Row = Omit<Upload, 'at'> & { at: number };

export function createUploadStore(database: Database): UploadStore {
  const insert = database.prepare(
    'INSERT INTO upload (admin_id, name, path, uploaded_at) VALUES (?, ?, ?, ?) RETURNING upload_id AS uploadId',
  );
  const byId = database.prepare(`${SELECT} WHERE upload_id = ?`);
  const last = database.prepare(`${SELECT} WHERE admin_id = ? ORDER BY upload_id DESC LIMIT 1`);
  const read = (row: unknown): Upload | null =>
    row === undefined ? null : { ...(row as Row), at: new Date((row as Row).at) };
  return {
    add: (upload) => {
      const { adminId, name, path, at } = upload;
      const { uploadId } = insert.get(adminId, name, path, at.getTime()) as { uploadId: number };
      return { ...upload, uploadId };
    },
    find: (uploadId) => read(byId.get(uploadId)),
    findLast: (adminId) => read(last.get(adminId)),
    finish: (uploadId) => {
      database.prepare('UPDATE upload SET finished = 1 WHERE upload_id = ?').run(uploadId);
    },
    listUnfinished: () =>
      database
        .prepare(`${SELECT} WHERE finished = 0 ORDER BY upload_id`)
        .all()
        .flatMap((row) => read(row) ?? []),
    remove: (uploadId) => {
      database.prepare('DELETE FROM upload WHERE upload_id = ?').run(uploadId);
    },
  };
}
