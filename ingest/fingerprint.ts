import { createHash } from 'node:crypto';
import { hashFile } from './files/open-file.js';
import { parseFileFacts } from './pages/file-facts.js';
import type { GivenFacts } from './readers/reader.js';

/** Raised when the same file would now give other articles or chunks: archives then take it in anew. */
const INGEST_VERSION = 1;

/** Stands for all that decides which articles a file gives: its bytes, its name's facts, the given facts, this program. */
export async function buildFingerprint(path: string, given: GivenFacts): Promise<string> {
  const deciding = [INGEST_VERSION, await hashFile(path), parseFileFacts(path), given];
  return createHash('sha256').update(JSON.stringify(deciding)).digest('hex');
}
