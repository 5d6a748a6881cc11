import type { ArchiveWriter, IngestedFile, IngestReport, PreparedArticle } from '../src/domain/ports.js';
import { isUntouched, lookAtFile } from './again/look-at-file.js';
import { recogniseRenamed } from './again/recognise-renamed.js';
import { findSiblings, isSelfContained } from './continue/find-siblings.js';
import { importExport } from './export/import-export.js';
import { isExport } from './export/is-export.js';
import { statFile } from './files/stat-file.js';
import { buildFingerprint } from './fingerprint.js';
import { prepareArticles } from './prepare.js';
import { previewFile } from './preview-file.js';
import { readArticles } from './read-articles.js';
import type { Reading } from './readers/reader.js';
import { tellEach } from './report.js';

/** `isUntouched`: not even read, and no other file's articles depend on it. */
type Outcome = Pick<IngestedFile, 'status' | 'articles'> & { isUntouched: boolean };

/** The clock, in milliseconds, and who hears of each article on its way in. */
type Watch = { now: () => number; onArticle: (prepared: PreparedArticle) => void };

/**
 * Takes one file in; nothing is written for a file whose content is in the archive already, and where its place, size and
 * times are as they were it is not even read.
 * @throws InputError when nothing of it can be taken in; what the archive held of it stays.
 */
export async function ingestFile(
  writer: ArchiveWriter,
  path: string,
  reading: Reading,
  report: IngestReport,
  { now, onArticle }: Watch,
): Promise<Outcome> {
  const look = await lookAtFile(path, reading.given, now());
  const stored = await writer.loadFile(path);
  const keep = async (
    status: IngestedFile['status'],
    articles: number,
    untouched = false,
  ): Promise<Outcome> => {
    if (reading.onExplain) await previewFile(path, reading, null);
    report.articles.unchanged += articles;
    return { status, articles, isUntouched: untouched };
  };
  if (stored && isUntouched(stored.look, look)) return keep('unchanged', stored.articles, true);
  if (await isExport(path)) {
    const imported = await importExport(writer, path, reading.onProblem, report, onArticle);
    return { ...imported, isUntouched: false };
  }
  const before = await statFile(path);
  const siblings = await findSiblings(path, reading);
  const fingerprint = await buildFingerprint(path, reading.given, siblings);
  // A page that goes on elsewhere changes with the other one, without being touched.
  const state = (await isSelfContained(path, reading)) ? look.state : null;
  const file = { path, fingerprint, look: { ...look, state } };
  if (stored?.fingerprint === fingerprint) {
    if (stored.look?.device === null) await writer.renameFile(path, path, file.look);
    return keep('unchanged', stored.articles);
  }
  const renamed = await recogniseRenamed(writer, file);
  if (renamed) return keep('renamed', renamed.articles);
  const articles = prepareArticles(readArticles(path, reading, before), path);
  const written = await writer.writeFile(file, tellEach(articles, onArticle));
  report.articles.added += written.added;
  report.articles.unchanged += written.unchanged;
  report.articles.removed += written.removed;
  report.chunks += written.chunks;
  const articlesNow = written.added + written.unchanged;
  return { status: stored ? 'changed' : 'new', articles: articlesNow, isUntouched: false };
}
