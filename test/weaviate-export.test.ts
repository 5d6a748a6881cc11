import { expect, it } from 'vitest';
import { prepareChunks } from '../ingest/prepare/prepare-chunks.js';
import type { ArchiveWriter } from '../src/domain/ports.js';
import type { Filter } from '../src/domain/query.js';
import { exportArticles } from '../src/store/export-articles.js';
import { isOfPart } from '../src/store/part-fingerprint.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { collect } from './helpers/collect.js';
import { openWeaviateStore } from './helpers/open-weaviate-store.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { silentLog } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';
import { describeWithWeaviate } from './helpers/weaviate-server.js';

const DAYS = ['2023-02-12', '2023-02-10', '2023-02-11'];

function articlesOf(path: string, names: readonly string[]) {
  return names.map((headline, i) => {
    const facts = { issueDate: DAYS[i % 3] as string, sourceFile: path };
    const { article } = prepareArticle(headline, ['本报讯阳曲县修路。'], facts);
    return { article, chunks: prepareChunks(article) };
  });
}

/** Two files share an article; one was made in part. */
async function fill(writer: ArchiveWriter) {
  const files = { 'b.txt': ['乙', '甲', '丙'], 'a.txt': ['丁', '甲'], 'c.txt': ['戊'] };
  for (const [path, names] of Object.entries(files)) {
    await writer.writeFile({ path, fingerprint: `of ${path}` }, articlesOf(path, names));
    await writer.flush();
  }
  await writer.close();
}

describeWithWeaviate('an export from Weaviate', () => {
  it('is the export from the data folder, whatever is asked for', async () => {
    const dataDir = makeTemporaryFolder();
    await fill(await openArchiveWriter({ dataDir, log: silentLog }));
    const { store } = await openWeaviateStore();
    await fill(await store.openWriter(silentLog));
    const filters: Filter[] = [
      {},
      { from: '2023-02-11' },
      { place: '阳曲县' },
      { newspaper: '晚报' },
      { page: ' ' },
    ];
    for (const filter of filters)
      expect(await collect(store.exportArticles(filter))).toEqual(
        await collect(exportArticles(dataDir, filter)),
      );
  });

  it('holds nothing that a change hides, and calls the rest a part', async () => {
    const { store, raw, exported } = await openWeaviateStore();
    await fill(await store.openWriter(silentLog));
    const { objects } = await raw('Article', ({ query }) => query.fetchObjects());
    const hidden = objects.find(({ properties }) => properties.articleId === 'id-乙')?.uuid as string;
    const change = { kind: 'change', path: 'b.txt', state: 'switched', going: [hidden], at: Date.now() };
    await raw('State', ({ data }) => data.insert({ properties: change as never }));
    const going = await exported();
    expect(going.map(({ article }) => article.headline)).toEqual(['甲', '丙', '丁', '甲', '戊']);
    expect(going.map(({ fingerprint }) => isOfPart(fingerprint))).toEqual([true, true, false, false, false]);
  });
});
