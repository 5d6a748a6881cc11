// Searches the archive of each folder given on standard input (JSON: {folders, vector, limit}) by vector, and prints
// one JSON line a folder: {folder, chunkIds, warnings}. In a process of its own, because hnswlib can take one down.
import { text } from 'node:stream/consumers';
import { openArchive } from '../../dist/src/store/archive.js';

const { folders, vector, limit } = JSON.parse(await text(process.stdin));
for (const folder of folders) {
  let warnings = 0;
  const log = { debug() {}, info() {}, warn: () => warnings++, error() {} };
  const archive = await openArchive({ dataDir: folder, log });
  const request = { terms: [], vector: Float32Array.from(vector), filter: {}, limit };
  const candidates = await archive.findCandidates(request);
  const chunkIds = candidates.map(({ chunkId }) => chunkId);
  process.stdout.write(`${JSON.stringify({ folder, chunkIds, warnings })}\n`);
  await archive.close();
}
