import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WeaviateClient } from 'weaviate-client';
import { isOwnId } from '../../ingest/article-id.js';
import { createIngester } from '../../ingest/ingest.js';
import { prepareChunks } from '../../ingest/prepare/prepare-chunks.js';
import type { Check } from '../../src/domain/ports.js';
import type { WeaviateSettings } from '../../src/domain/settings.js';
import { Connection } from '../../src/store/weaviate/connection.js';
import { weaviateStore } from '../../src/store/weaviate/weaviate-store.js';
import { writeFiles } from './archive-of.js';
import { collect } from './collect.js';
import { silentLog } from './silent-log.js';
import { embedAll, MODEL } from './store-use.js';
import { weaviateSettings } from './weaviate-archive.js';
import { shareWeaviate } from './weaviate-server.js';

/** Late enough for what a test has just written to be old. */
const later = () => new Date(Date.now() + 600_000);
type Finish = (work: () => Promise<void>) => void;

let archives = 0;

/** It goes with the server. */
const makeFolder = async () => mkdtempSync(join((await shareWeaviate()).folder, 'doctor-'));

/** The store of an archive of its own, none of whose collections are there. */
export async function openWeaviateStore(
  given: Partial<WeaviateSettings> = {},
  finish: Finish = onTestFinished,
) {
  const settings = weaviateSettings(await shareWeaviate(), `Doctor${archives++}`, given);
  const dataDir = await makeFolder();
  const store = weaviateStore(settings, dataDir);
  const connection = new Connection(settings);
  finish(() => connection.close());
  return {
    store,
    settings,
    connection,
    /** The client library's own view of a collection. */
    raw: <T>(name: string, work: (use: ReturnType<WeaviateClient['collections']['use']>) => Promise<T>) =>
      connection.run('read', (client) => work(client.collections.use(settings.prefix + name))),
    check: () => store.check({ modelId: MODEL.id, isOwnId, now: later() }),
    mend: () => store.mend({ isOwnId, prepareChunks, now: later(), log: silentLog }),
    exported: () => collect(store.exportArticles({})),
    async ingest(...paths: string[]) {
      const ingest = createIngester({
        openWriter: () => store.openWriter(silentLog),
        createEmbedder: async () => ({ embedder: null, notice: null }),
        listStoredFiles: () => store.listStoredFiles(),
        now: Date.now,
      });
      return ingest({ paths }, {});
    },
  };
}

export type OpenedWeaviate = Awaited<ReturnType<typeof openWeaviateStore>>;

const toLines = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      ...{ newspaper: '太原日报', date: `2023-02-1${i}`, headline: `${name}第${i}条公路通车` },
      text: `本报讯 2月8日，阳曲县${name}第${i}条乡村公路通车。${'沿线的村民说，出门再也不用绕路了。'.repeat(30)}`,
    }),
  ).join('\n');

/** Two files with four articles, with vectors. */
export async function makeWeaviateArchive(finish: Finish = onTestFinished) {
  const files = { 'b.jsonl': toLines('城东', 2), 'a.jsonl': toLines('城西', 2) };
  const folder = writeFiles(files, await makeFolder());
  const opened = await openWeaviateStore({}, finish);
  const paths = ['b.jsonl', 'a.jsonl'].map((name) => join(folder, name));
  for (const path of paths) await opened.ingest(path);
  const writer = await opened.store.openWriter(silentLog);
  await embedAll(writer);
  await writer.close();
  return { ...opened, paths };
}

export const brokenIn = async ({ check }: OpenedWeaviate) => formatBroken(await check());

export const formatBroken = (checks: readonly Check[]): string[] =>
  checks.flatMap(({ name, state, message }) => (state === 'broken' ? [`${name}：${message}`] : []));
