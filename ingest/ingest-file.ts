import type { FileLook } from '../src/domain/file-look.js';
import type {
  ArchiveWriter,
  IngestedFile,
  IngestReport,
  PreparedArticle,
  StoredFile,
} from '../src/domain/ports.js';
import { isUntouched, lookAtFile } from './again/look-at-file.js';
import { recogniseRenamed } from './again/recognise-renamed.js';
import { findSiblings, isSelfContained } from './continue/find-siblings.js';
import { importExport } from './export/import-export.js';
import { isExport } from './export/is-export.js';
import { statFile } from './files/stat-file.js';
import { buildFingerprint, isOfBase } from './fingerprint.js';
import { prepareArticles } from './prepare/prepare-articles.js';
import type { Preparer } from './prepare/preparer.js';
import { previewFile } from './preview-file.js';
import { readArticles } from './read-articles.js';
import { isPdf } from './readers/pdf/open-pdf-pages.js';
import type { Reading } from './readers/reader.js';
import { tellEach } from './report.js';

/** `isUntouched`: not even read, and no other file's articles depend on it. */
type Outcome = Pick<IngestedFile, 'status' | 'articles'> & {
  isUntouched: boolean;
  /** How it is to be known from now on, where no other file needs to be read again because of it. */
  settled?: FileLook | null;
};

type Work = {
  /** Milliseconds. */
  now: () => number;
  preparer: Preparer;
  /** Hears of each article on its way in. */
  onArticle: (prepared: PreparedArticle) => void;
  /** Another file has changed what this one gives, however it lies. */
  isStale: boolean;
};

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
  { now, preparer, onArticle, isStale }: Work,
): Promise<Outcome> {
  const look = await lookAtFile(path, reading.given, now());
  const stored = await writer.loadFile(path);
  const keep = async (
    status: IngestedFile['status'],
    articles: number,
    untouched = false,
  ): Promise<Outcome> => {
    if (reading.onExplain) await previewFile(path, reading);
    report.articles.unchanged += articles;
    return { status, articles, isUntouched: untouched };
  };
  if (stored && !isStale && (await isSurelySame(path, stored, look, reading)))
    return keep('unchanged', stored.articles, true);
  if (await isExport(path)) {
    const imported = await importExport(writer, path, preparer, reading.onProblem, report, onArticle);
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
    const isSettled = isPdf(path) && stored.look?.state === null && look.state !== null;
    return { ...(await keep('unchanged', stored.articles)), settled: isSettled ? look : null };
  }
  const renamed = await recogniseRenamed(writer, file);
  if (renamed) return keep('renamed', renamed.articles);
  const articles = prepareArticles(readArticles(path, reading, before), path, preparer);
  const written = await writer.writeFile(file, tellEach(articles, onArticle));
  report.articles.added += written.added;
  report.articles.unchanged += written.unchanged;
  report.articles.removed += written.removed;
  report.chunks += written.chunks;
  const articlesNow = written.added + written.unchanged;
  return { status: stored ? 'changed' : 'new', articles: articlesNow, isUntouched: false };
}

/** Touching a PDF is no reason to read it, as that takes long. */
async function isSurelySame(
  path: string,
  stored: StoredFile,
  look: FileLook,
  { given }: Reading,
): Promise<boolean> {
  if (isUntouched(stored.look, look)) return true;
  const isSettled = stored.look !== null && stored.look.device !== null && stored.look.state !== null;
  return isPdf(path) && isSettled && isOfBase(stored.fingerprint, path, given);
}
