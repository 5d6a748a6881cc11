import type { ArchiveWriter, IngestedFile, IngestReport } from '../../src/domain/ports.js';
import * as wording from '../../src/domain/wording/ingest-again.js';
import type { Found } from '../files/find-files.js';
import { findVanished, type Vanished } from './find-vanished.js';

/** Tells of the files that have gone from the folders of a whole run, and with `prune` takes their articles out. */
export async function reportVanished(
  writer: Pick<ArchiveWriter, 'listFiles' | 'removeFiles'>,
  found: Found,
  { prune }: { prune: boolean },
  report: IngestReport,
): Promise<void> {
  const vanished = await findVanished(await writer.listFiles(), found);
  const going = prune ? vanished.filter(({ isDoubtful }) => !isDoubtful) : [];
  if (going.length > 0) report.articles.removed += await writer.removeFiles(going.map(({ path }) => path));
  for (const { path, articles } of going)
    report.files.push({ path, status: 'pruned', articles, reasons: [] });
  const kept = prune ? vanished.filter(({ isDoubtful }) => isDoubtful) : vanished;
  report.files.push(...listKept(kept, prune ? wording.doubtfulFolder : null));
}

/** `because` says why the articles of a file were not taken out although that was asked for. */
export const listKept = (
  vanished: readonly Vanished[],
  because: ((path: string) => string) | null = null,
): IngestedFile[] =>
  vanished.map(({ path, articles }) => ({
    path,
    status: 'vanished',
    articles,
    reasons: because === null ? [] : [because(path)],
  }));
