import { expect, it } from 'vitest';
import { listArticles } from '../src/store/weaviate/lists.js';
import { ReadSession } from '../src/store/weaviate/read-session.js';
import { collect } from './helpers/collect.js';
import { openWeaviateStore } from './helpers/open-weaviate-store.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { silentLog } from './helpers/silent-log.js';
import { describeWithWeaviate } from './helpers/weaviate-server.js';

const NEWSPAPERS = 130;

describeWithWeaviate('a list from Weaviate', () => {
  it('takes many issues of few articles together, and keeps their order', async () => {
    const { store, connection } = await openWeaviateStore();
    const writer = await store.openWriter(silentLog);
    const articles = Array.from({ length: 3 * NEWSPAPERS }, (_, i) => {
      const facts = {
        newspaper: `第 ${i % NEWSPAPERS} 报 📰`,
        page: String(10 - Math.floor(i / NEWSPAPERS)),
      };
      return prepareArticle(`第${i}条公路`, ['通车。'], facts);
    });
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, articles);
    await writer.close();

    const session = new ReadSession(connection);
    let looks = 0;
    const open = () => {
      looks++;
      return session.look();
    };
    const listed = await collect(listArticles(open, {}));
    const sorted = articles
      .map(({ article }) => article)
      .sort((a, b) =>
        a.newspaper === b.newspaper
          ? Number(a.page) - Number(b.page)
          : (a.newspaper ?? '') < (b.newspaper ?? '')
            ? -1
            : 1,
      );
    expect(listed.map(({ headline }) => headline)).toEqual(sorted.map(({ headline }) => headline));
    expect(looks).toBeLessThan(5);
  });
});
