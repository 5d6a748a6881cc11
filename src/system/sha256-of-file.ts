import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Bytes. Files here are 24 MB (a model) to gigabytes (an index); small pieces cost more calls than hashing. */
const READ_AT_ONCE = 1 << 20;

/** The file's sha256 in lower-case hexadecimal. Throws what the file system throws. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: READ_AT_ONCE }), hash);
  return hash.digest('hex');
}
