import type { ExportedArticle } from '../domain/copies.js';

/** Records of one file that stand one behind the other. */
export type FileGroup = { path: string; fingerprint: string; records: AsyncIterable<ExportedArticle> };

/**
 * Cuts the records where the file changes. A group's records are to be read before the next group is asked for; whoever
 * asks for no more closes the records, too.
 */
export async function* groupByFile(records: AsyncGenerator<ExportedArticle>): AsyncGenerator<FileGroup> {
  try {
    let next = await records.next();
    while (!next.done) {
      const { article, fingerprint } = next.value;
      const path = article.sourceFile;
      const group = async function* () {
        while (
          !next.done &&
          next.value.article.sourceFile === path &&
          next.value.fingerprint === fingerprint
        ) {
          yield next.value;
          next = await records.next();
        }
      };
      yield { path, fingerprint, records: group() };
    }
  } finally {
    await records.return(undefined);
  }
}
