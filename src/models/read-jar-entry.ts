import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * One entry of a jar (a zip file), unpacked; at most `maxBytes` long. Reads what Maven's jars use: no zip64,
 * no encryption, stored or deflated (PKWARE APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). Throws where the jar or the
 * entry is not so.
 */
export async function readJarEntry(jar: Buffer, name: string, maxBytes: number): Promise<Buffer> {
  const entry = findEntry(jar, name);
  if (entry.size > maxBytes) throw new Error(`${name} holds ${entry.size} bytes, expected ${maxBytes}`);
  // The local header repeats the name and has an extra field of its own length before the data.
  const dataStart =
    entry.header + 30 + jar.readUInt16LE(entry.header + 26) + jar.readUInt16LE(entry.header + 28);
  const data = jar.subarray(dataStart, dataStart + entry.packedSize);
  if (entry.method === STORED) return data;
  if (entry.method === DEFLATED) return inflate(data, { maxOutputLength: maxBytes });
  throw new Error(`${name} is packed by method ${entry.method}`);
}

type JarEntry = { method: number; packedSize: number; size: number; header: number };

function findEntry(jar: Buffer, name: string): JarEntry {
  const end = findEnd(jar);
  const count = jar.readUInt16LE(end + 10);
  let at = jar.readUInt32LE(end + 16);
  for (let i = 0; i < count && jar.readUInt32LE(at) === DIRECTORY_ENTRY; i++) {
    const nameLength = jar.readUInt16LE(at + 28);
    if (jar.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      return {
        method: jar.readUInt16LE(at + 10),
        packedSize: jar.readUInt32LE(at + 20),
        size: jar.readUInt32LE(at + 24),
        header: jar.readUInt32LE(at + 42),
      };
    }
    at += 46 + nameLength + jar.readUInt16LE(at + 30) + jar.readUInt16LE(at + 32);
  }
  throw new Error(`the jar has no entry ${name}`);
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(jar: Buffer): number {
  for (let at = jar.length - 22; at >= Math.max(0, jar.length - 22 - 0xffff); at--) {
    if (jar.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('the file is not a jar');
}
