import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createIngester } from '../ingest/ingest.js';
import { createOpenAIEmbedder } from '../src/models/openai-embedder.js';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { writeFiles } from './helpers/archive-of.js';
import { type EmbeddingsReply, startOpenAIServer } from './helpers/openai-server.js';
import { silentLog as log } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const honest = (inputs: readonly string[]): EmbeddingsReply => ({
  vectors: inputs.map((text) => [text.length, text.charCodeAt(0), 3]),
});

/** What an endpoint may do in the midst of an ingest, by its inputs. */
const FAULTS: Record<string, (inputs: readonly string[]) => EmbeddingsReply> = {
  'breaks the connection': () => 'reset',
  hangs: () => 'hang',
  'hangs after the headers': () => 'hang after headers',
  'says that it is overloaded': () => ({ status: 503 }),
  'gives NaN': (inputs) => ({ vectors: inputs.map(() => [1, Number.NaN, 3]) }),
  'gives null for a number': (inputs) => ({ vectors: inputs.map(() => [1, null, 3]) }),
  'gives null for a vector': (inputs) => ({ vectors: inputs.map(() => null) }),
  'gives shorter vectors': (inputs) => ({ vectors: inputs.map(() => [1, 2]) }),
  'gives longer vectors': (inputs) => ({ vectors: inputs.map(() => [1, 2, 3, 4]) }),
  'gives zeros': (inputs) => ({ vectors: inputs.map(() => [0, 0, 0]) }),
  'gives fewer vectors': (inputs) => ({ vectors: inputs.slice(1).map(() => [1, 2, 3]) }),
  'gives ten megabytes of blanks': () => ({ raw: ' '.repeat(10_000_000) }),
  'gives ten megabytes of numbers': () => ({
    raw: JSON.stringify({ data: [{ index: 0, embedding: Array(2_000_000).fill(0.5) }] }),
  }),
  'gives a page of HTML': () => ({ raw: '<html>', contentType: 'text/html' }),
};

it('whatever the embedding endpoint does, the articles are in, no wrong vector is, and the next ingest goes on', async () => {
  let fault: ((inputs: readonly string[]) => EmbeddingsReply) | null = null;
  let calls = 0;
  const server = await startOpenAIServer({
    // The first request of an ingest is answered: what is done before the fault is kept.
    embeddings: ({ body }) => (calls++ > 0 && fault !== null ? fault : honest)([body.input].flat()),
  });
  onTestFinished(() => server.close());
  const dataDir = makeTemporaryFolder();
  const ingest = (path: string) => {
    const settings = { apiKey: 'sk-1', baseUrl: server.url, model: 'stand-in' };
    const run = createIngester({
      openWriter: () => openArchiveWriter({ dataDir, log }),
      createEmbedder: async () => ({
        embedder: await createOpenAIEmbedder(settings, { fetch, timeout: 150, maxRetries: 0 }),
        notice: null,
      }),
      listStoredFiles: async () => [],
      now: Date.now,
    });
    calls = 0;
    return run({ paths: [path] }, {});
  };
  let articles = 0;
  for (const [name, behave] of Object.entries(FAULTS)) {
    const folder = writeFiles({ 'a.jsonl': JSON.stringify({ headline: name, text: `${name}。公路通车。` }) });
    fault = behave;
    const report = await ingest(join(folder, 'a.jsonl'));
    articles++;
    expect([name, report.articles.added, report.vectors]).toEqual([name, 1, { added: 0, missing: 1 }]);
    expect(report.notices[0]).toMatch(/^向量没有做完，还缺 1 个片段的：/);
    const archive = await openArchive({ dataDir, log });
    expect(await archive.coverage()).toMatchObject({ articles, chunks: articles, vectors: articles - 1 });
    await archive.close();
    fault = null;
    const again = await ingest(join(folder, 'a.jsonl'));
    expect([name, again.vectors]).toEqual([name, { added: 1, missing: 0 }]);
  }
  const broken = (await checkArchive({ dataDir })).filter(({ state }) => state === 'broken');
  expect(broken).toEqual([]);
});
