import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest-packed.js';
import { readBytes } from '../files/open-file.js';
import { unpackedName } from '../files/unpacked-name.js';
import { crc32 } from './crc32.js';
import { decodeNames } from './decode-names.js';
import { MAX_IN_MEMORY, MAX_MEMBERS } from './limits.js';

/** One file of a .zip. */
export type Member = {
  /** With / between folders; not yet checked in any way. */
  name: string;
  entry: Entry;
};

export type OpenedZip = {
  members: Member[];
  /** The members are those before which the directory is damaged. */
  isDirectoryDamaged: boolean;
  /** The bytes of a member, as many as were announced and not one more, or an error of any kind. */
  read(member: Member): AsyncGenerator<Buffer>;
  close(): void;
};

/**
 * Also of one that was packed once more, as .zip.gz or .docx.gz.
 * @throws InputError for a file that is no .zip, is damaged from its beginning or has too many members.
 */
export async function openZip(path: string): Promise<OpenedZip> {
  const zip = await openAny(path).catch((error: unknown) => {
    throw error instanceof InputError ? error : new InputError(wording.damagedZip(path), { cause: error });
  });
  try {
    if (zip.entryCount > MAX_MEMBERS)
      throw new InputError(wording.tooManyMembers(path, zip.entryCount, MAX_MEMBERS));
    const { entries, failure } = await listEntries(zip);
    if (failure && !entries.length) throw new InputError(wording.damagedZip(path), { cause: failure });
    const names = decodeNames(entries);
    return {
      members: entries.map((entry, index) => ({ name: names[index] ?? '', entry })),
      isDirectoryDamaged: failure !== null,
      read: ({ entry }) => readEntry(zip, entry),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openAny(path: string): Promise<ZipFile> {
  // Names are decoded and sizes checked here: yauzl gives up on the whole file where one entry is wrong.
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  if (unpackedName(path) === path) return openPromise(path, options);
  // Its directory stands at its end, so all of it is needed at once.
  const bytes = await readBytes(path, MAX_IN_MEMORY);
  if (!bytes) throw new InputError(wording.packedTwice(path, MAX_IN_MEMORY / 1e6));
  return fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options);
}

async function listEntries(zip: ZipFile): Promise<{ entries: Entry[]; failure: unknown }> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { entries, failure: null };
  } catch (failure) {
    return { entries, failure };
  }
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  let length = 0;
  let crc = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > entry.uncompressedSize) throw new Error('longer than announced');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (length !== entry.uncompressedSize || crc !== entry.crc32) throw new Error('other than announced');
}
