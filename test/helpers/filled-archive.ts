import { prepareChunks } from '../../ingest/prepare/prepare-chunks.js';
import type { Article } from '../../src/domain/article.js';
import type { PreparedArticle } from '../../src/domain/ports.js';
import type { Store } from '../../src/store/store.js';
import { collect } from './collect.js';
import { prepareArticle } from './prepared-article.js';
import { silentLog } from './silent-log.js';
import { embedAll } from './store-use.js';

/** An article as an ingest makes it. */
export function prepareAsIngest(headline: string, facts: Partial<Article> = {}): PreparedArticle {
  const { article } = prepareArticle(headline, [`太原市${headline}通车。`, '记者昨日获悉。'], facts);
  return { article, chunks: prepareChunks(article) };
}

export const SHARED = prepareAsIngest('两处都登', { sourceId: '7' });
const LOOK = { device: 'disk', state: 'as it was', at: 1000 };

/** Four files whose paths are in another order than they came in; c.txt has lost an article since, d.txt has none. */
export async function fillArchive(store: Store): Promise<void> {
  const writer = await store.openWriter(silentLog);
  const write = (path: string, ...articles: PreparedArticle[]) =>
    writer.writeFile({ path, fingerprint: `print of ${path}`, look: LOOK }, articles);
  await write('z.txt', prepareAsIngest('新桥', { page: '2' }), SHARED);
  await write(
    'a.txt',
    prepareAsIngest('两处都登', { sourceId: '8' }),
    prepareAsIngest('老路', { issueDateEvidence: '报头印有日期' }),
  );
  await write('c.txt', prepareAsIngest('撤稿'), prepareAsIngest('留稿'));
  await write('d.txt');
  await writer.removeArticle('id-撤稿');
  await embedAll(writer);
  await writer.saveVectorIndex();
  await writer.close();
}

/** All that can be seen of an archive: lists in their order, each file's articles, vectors by article and place. */
export async function describeArchive(store: Store) {
  const archive = await store.openArchive(silentLog);
  try {
    const articles = await collect(archive.listArticles({}));
    const files = await store.listStoredFiles();
    const exported = await collect(store.exportArticles({}));
    const chunks = await archive.loadChunksOfArticles(articles.map(({ articleId }) => articleId));
    const vectors = await archive.loadVectors(chunks.map(({ chunkId }) => chunkId));
    const model = await archive.embeddingModel();
    const printed = chunks.map(({ chunkId: _, ...chunk }) => chunk);
    return { articles, files, exported, chunks: printed, vectors, model };
  } finally {
    await archive.close();
  }
}
