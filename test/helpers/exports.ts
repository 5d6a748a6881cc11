import { prepareChunks } from '../../ingest/prepare/prepare-chunks.js';
import type { Article } from '../../src/domain/article.js';
import { exportArticles } from '../../src/store/export-articles.js';
import { openArchiveWriter } from '../../src/store/writer.js';
import { runFake } from './fake-surroundings.js';
import { prepareArticle } from './prepared-article.js';
import { silentLog } from './silent-log.js';

/** `export` over a real archive. */
export const runExport = (dataDir: string, ...argv: string[]) =>
  runFake(['export', ...argv, '--data', dataDir], {
    exportArticles: (settings, filter) => exportArticles(settings.dataDir, filter),
  });

/** An archive of files (path → articles, of which only what is told apart need be given). */
export async function storeFiles(
  dataDir: string,
  files: readonly { path: string; articles: readonly Partial<Article>[] }[],
): Promise<void> {
  const writer = await openArchiveWriter({ dataDir, log: silentLog });
  for (const { path, articles } of files) {
    const whole = articles.map((facts) => {
      const { article } = prepareArticle(facts.headline ?? '', ['一。'], { ...facts, sourceFile: path });
      return { article, chunks: prepareChunks(article) };
    });
    await writer.writeFile({ path, fingerprint: `of ${path}` }, whole);
  }
  await writer.close();
}
