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
};

export const UPLOAD_TABLES = `
   CREATE TABLE upload (
     upload_id INTEGER PRIMARY KEY AUTOINCREMENT, admin_id INTEGER NOT NULL, name TEXT NOT NULL,
     path TEXT NOT NULL UNIQUE, uploaded_at INTEGER NOT NULL
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
    remove: (uploadId) => {
      database.prepare('DELETE FROM upload WHERE upload_id = ?').run(uploadId);
    },
  };
}
