import { access } from 'node:fs/promises';
import type { ArchiveWriter, IngestedFile, IngestReport } from '../src/domain/ports.js';
import { findSiblings } from './continue/find-siblings.js';
import { importExport } from './export/import-export.js';
import { isExport } from './export/is-export.js';
import { buildFingerprint } from './fingerprint.js';
import { prepareArticles } from './prepare.js';
import { previewFile } from './preview-file.js';
import { readArticles } from './read-articles.js';
import type { Reading } from './readers/reader.js';

type Outcome = Pick<IngestedFile, 'status' | 'articles'>;

/**
 * Takes one file in; nothing is written for a file whose content is in the archive already.
 * @throws InputError when nothing of it can be taken in; what the archive held of it stays.
 */
export async function ingestFile(
  writer: ArchiveWriter,
  path: string,
  reading: Reading,
  report: IngestReport,
): Promise<Outcome> {
  if (await isExport(path)) return importExport(writer, path, reading.onProblem, report);
  const siblings = await findSiblings(path, reading);
  const fingerprint = await buildFingerprint(path, reading.given, siblings);
  const stored = await writer.loadFile(path);
  if (stored?.fingerprint === fingerprint) {
    if (reading.onExplain) await previewFile(path, reading, null);
    report.articles.unchanged += stored.articles;
    return { status: 'unchanged', articles: stored.articles };
  }
  const renamed = await recogniseRenamed(writer, path, fingerprint, report);
  if (renamed) return renamed;
  const articles = prepareArticles(readArticles(path, reading), path);
  const written = await writer.writeFile({ path, fingerprint }, articles);
  report.articles.added += written.added;
  report.articles.unchanged += written.unchanged;
  report.articles.removed += written.removed;
  report.chunks += written.chunks;
  return { status: stored ? 'changed' : 'new', articles: written.added + written.unchanged };
}

/** The same content under a path that is gone has been renamed: its articles stay as they are. */
async function recogniseRenamed(
  writer: ArchiveWriter,
  path: string,
  fingerprint: string,
  report: IngestReport,
): Promise<Outcome | null> {
  const twin = await writer.findFileByFingerprint(fingerprint);
  const isGone =
    twin &&
    (await access(twin.path).then(
      () => false,
      () => true,
    ));
  if (!twin || !isGone) return null;
  await writer.renameFile(twin.path, path);
  report.articles.unchanged += twin.articles;
  return { status: 'renamed', articles: twin.articles };
}
