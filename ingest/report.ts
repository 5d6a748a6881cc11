import type { IngestWatch } from '../src/domain/ingest-watch.js';
import type { IngestReport, PreparedArticle } from '../src/domain/ports.js';

export function createReport(): IngestReport {
  return {
    files: [],
    articles: { added: 0, unchanged: 0, removed: 0 },
    chunks: 0,
    vectors: { added: 0, missing: 0 },
    notices: [],
    seconds: 0,
  };
}

/** More often nobody can read it; the listener may be another process. Milliseconds. */
const TELL_EVERY = 50;

/** Tells how far the files have come, also in the middle of a large one. */
export function createTeller(watch: IngestWatch, report: IngestReport, now: () => number) {
  let inFile = { articles: 0, chunks: 0 };
  let done = { files: 0, of: 0 };
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = () => {
    toldAt = now();
    watch.onProgress?.({
      stage: 'files',
      done: done.files,
      total: done.of,
      articles: report.articles.added + report.articles.unchanged + inFile.articles,
      chunks: report.chunks + inFile.chunks,
    });
  };
  return {
    tellFiles(files: number, of: number): void {
      inFile = { articles: 0, chunks: 0 };
      done = { files, of };
      tell();
    },
    onArticle({ chunks }: PreparedArticle): void {
      inFile = { articles: inFile.articles + 1, chunks: inFile.chunks + chunks.length };
      if (Math.abs(now() - toldAt) >= TELL_EVERY) tell();
    },
  };
}

/** Passes articles on and tells of each. */
export async function* tellEach(
  articles: AsyncIterable<PreparedArticle>,
  onArticle: (prepared: PreparedArticle) => void,
) {
  for await (const article of articles) {
    onArticle(article);
    yield article;
  }
}
