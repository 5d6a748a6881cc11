import { BaowenError, StoreError } from '../domain/errors.js';
import {
  folderBusy,
  folderDamaged,
  folderFailed,
  folderFull,
  folderNotWritable,
  notAFolder,
} from '../domain/wording/store.js';

/** Sentences by error code, of SQLite or of the operating system; the first pattern that fits counts. */
const SENTENCES: [RegExp, (folder: string, code: string) => string][] = [
  [/^(SQLITE_FULL|SQLITE_IOERR_(WRITE|SHMSIZE)|ENOSPC|EDQUOT|EFBIG)$/, folderFull],
  [/^(ENOTDIR|EEXIST)$/, notAFolder],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOENT)/, folderNotWritable],
  [/^SQLITE_(CORRUPT|NOTADB)/, folderDamaged],
  [/^SQLITE_(BUSY|LOCKED)/, folderBusy],
  // Whatever else the operating system says of a file (Node's own codes, ERR_…, are bugs).
  [/^(SQLITE_IOERR|E[A-Z0-9]+$)/, folderFailed],
];

/** A foreign error as a StoreError with a sentence about the data folder; what is no such error comes back as it is. */
export function toStoreError(cause: unknown, folder: string): unknown {
  if (cause instanceof BaowenError || !(cause instanceof Error)) return cause;
  const code = (cause as { code?: unknown }).code;
  if (typeof code !== 'string') return cause;
  const sentence = SENTENCES.find(([pattern]) => pattern.test(code))?.[1];
  return sentence === undefined ? cause : new StoreError(sentence(folder, code), { cause });
}

/** Runs `work`, with its errors translated. */
export function translateErrors<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw toStoreError(cause, folder);
  }
}

/** Like `translateErrors`, for work that takes time. */
export async function translateLateErrors<T>(folder: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw toStoreError(cause, folder);
  }
}
