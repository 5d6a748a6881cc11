import type { Article } from '../../src/domain/article.js';
import type { ExportedArticle } from '../../src/domain/copies.js';
import type { ArchiveWriter, IngestedFile, IngestReport, PreparedArticle } from '../../src/domain/ports.js';
import { type FileGroup, groupByFile } from '../../src/store/group-by-file.js';
import { isOfPart } from '../../src/store/part-fingerprint.js';
import type { Preparer } from '../prepare/preparer.js';
import { tellEach } from '../report.js';
import { readRecords } from './read-records.js';

type Outcome = Pick<IngestedFile, 'status' | 'articles'>;
type Counts = Awaited<ReturnType<ArchiveWriter['writeFile']>>;

/**
 * Puts each file of an export back as it was, under its own path and fingerprint: ids, order and files are kept, and an
 * ingest of the original files finds them unchanged; until then none of them counts as vanished. What is only a part of a file is added to what is there.
 * @throws InputError where the file holds no record; what came before stays.
 */
export async function importExport(
  writer: ArchiveWriter,
  path: string,
  preparer: Preparer,
  onProblem: (sentence: string) => void,
  report: IngestReport,
  onArticle: (prepared: PreparedArticle) => void,
): Promise<Outcome> {
  const begun = new Set<string>();
  const sum: Counts = { added: 0, unchanged: 0, removed: 0, chunks: 0 };
  let [isKnown, isSame] = [false, true];
  try {
    for await (const group of groupByFile(readRecords(path, onProblem))) {
      const stored = await writer.loadFile(group.path);
      isKnown ||= stored !== null;
      const isFirst = !begun.has(group.path);
      begun.add(group.path);
      const isThere = isFirst && stored?.fingerprint === group.fingerprint;
      if (!isThere) isSame = false;
      const counts = isThere ? await pass(group) : await put(writer, group, preparer, isFirst, onArticle);
      addTo(sum, counts);
      sum.chunks += counts.chunks;
    }
  } finally {
    // Not before: on the way each article is told by itself, and would count twice.
    addTo(report.articles, sum);
    report.chunks += sum.chunks;
  }
  const status = isSame ? 'unchanged' : isKnown ? 'changed' : 'new';
  return { status, articles: sum.added + sum.unchanged };
}

/** A file whose records do not stand together (the lines were sorted, say) is not to lose those that came first. */
function put(
  writer: ArchiveWriter,
  { path, fingerprint, records }: FileGroup,
  preparer: Preparer,
  isFirst: boolean,
  onArticle: (prepared: PreparedArticle) => void,
): Promise<Counts> {
  const look = { device: null, state: null, at: 0 };
  const file = { path, fingerprint, look, adds: !isFirst || isOfPart(fingerprint) };
  return writer.writeFile(file, tellEach(preparer.prepare(articlesOf(records)), onArticle));
}

function addTo(sum: Omit<Counts, 'chunks'>, counts: Counts): void {
  sum.added += counts.added;
  sum.unchanged += counts.unchanged;
  sum.removed += counts.removed;
}

async function pass({ records }: FileGroup): Promise<Counts> {
  const counts: Counts = { added: 0, unchanged: 0, removed: 0, chunks: 0 };
  for await (const _ of records) counts.unchanged++;
  return counts;
}

async function* articlesOf(records: AsyncIterable<ExportedArticle>): AsyncGenerator<Article> {
  for await (const { article } of records) yield article;
}
