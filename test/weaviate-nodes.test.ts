import { expect, it } from 'vitest';
import type { Archive, ArchiveWriter } from '../src/domain/ports.js';
import { openWeaviateArchive } from '../src/store/weaviate/archive.js';
import { openWeaviateWriter } from '../src/store/weaviate/writer.js';
import { prepareArticle, toTerms } from './helpers/prepared-article.js';
import { weaviateSettings } from './helpers/weaviate-archive.js';
import { describeWithWeaviate, startWeaviate } from './helpers/weaviate-server.js';

const page = (fingerprint: string) => ({ path: 'a.txt', fingerprint, adds: false });
const article = (headline: string) => prepareArticle(headline, [`${headline}今天完工。`]);

async function seenBy(archive: Archive): Promise<{ listed: string[]; found: string[] }> {
  const listed: string[] = [];
  for await (const { headline } of archive.listArticles({})) listed.push(String(headline));
  const request = { terms: toTerms('今天完工'), vector: null, filter: {}, limit: 10 };
  const candidates = await archive.findCandidates(request);
  const chunks = await archive.loadChunksInArticles(candidates.map(({ chunkId }) => chunkId));
  return { listed: listed.sort(), found: chunks.map(({ article: { headline } }) => String(headline)).sort() };
}

describeWithWeaviate('on three nodes', () => {
  it('shows the new page alone, also where the node that is asked was dead when it came', async () => {
    const server = await startWeaviate({ nodes: 3 });
    const settings = weaviateSettings(server, 'Nodes');
    const opened: (ArchiveWriter | Archive)[] = [];
    try {
      const writer = await openWeaviateWriter(settings);
      opened.push(writer);
      await writer.writeFile(page('old'), [article('旧桥'), article('旧路')]);
      await writer.flush();
      await server.nodes[0]?.kill('SIGKILL');
      await writer.writeFile(page('new'), [article('新桥'), article('新路')]);
      await writer.flush();
      await server.nodes[0]?.restart();
      const archive = openWeaviateArchive(settings);
      opened.push(archive);
      const both = ['新桥', '新路'].sort();
      expect(await seenBy(archive)).toEqual({ listed: both, found: both });
    } finally {
      for (const one of opened) await one.close();
      await server.stop();
    }
  }, 120_000);

  it('answers long before the nodes have given up a node that has just died', async () => {
    const server = await startWeaviate({ nodes: 3 });
    const settings = weaviateSettings(server, 'Nodes');
    const writer = await openWeaviateWriter(settings);
    await writer.writeFile(page('old'), [article('旧桥'), article('旧路')]);
    await writer.close();
    const both = ['旧桥', '旧路'].sort();
    try {
      for (const node of server.nodes) {
        await node.kill('SIGKILL');
        const started = Date.now();
        const archive = openWeaviateArchive(settings);
        expect(await seenBy(archive)).toEqual({ listed: both, found: both });
        expect(Date.now() - started).toBeLessThan(15_000);
        await archive.close();
        await node.restart();
      }
    } finally {
      await server.stop();
    }
  }, 180_000);
});
