import { toBlob } from '../blobs.js';
import type { Database } from '../open-database.js';
import { findPlace, loadSegments } from './segment.js';

/** Takes chunks out of the words' index: their lengths become 0, their postings go at the next merge. */
export function markDead(database: Database, chunkIds: Iterable<number>): void {
  const segments = loadSegments(database).map((segment) => ({ ...segment, before: segment.dead }));
  for (const chunkId of chunkIds) {
    for (const segment of segments) {
      const place = findPlace(segment, chunkId);
      if (place === -1) continue;
      segment.lengths[place] = 0;
      segment.dead++;
    }
  }
  const update = database.prepare('UPDATE segment SET lengths = ?, dead = ? WHERE segment_id = ?');
  for (const { segmentId, lengths, dead, before } of segments) {
    if (dead !== before) update.run(toBlob(lengths), dead, segmentId);
  }
}
