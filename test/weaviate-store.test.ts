import { onTestFinished } from 'vitest';
import { openWeaviateArchive } from '../src/store/weaviate/archive.js';
import { openWeaviateWriter } from '../src/store/weaviate/writer.js';
import { describeStore } from './helpers/store-cases.js';
import type { OpenedStore } from './helpers/store-use.js';
import { AT_ONCE, emptyArchive, weaviateSettings } from './helpers/weaviate-archive.js';
import { describeWithWeaviate, shareWeaviate } from './helpers/weaviate-server.js';

async function openStore(): Promise<OpenedStore> {
  const settings = weaviateSettings(await shareWeaviate(), 'Cases');
  await emptyArchive(settings);
  const writer = await openWeaviateWriter(settings, AT_ONCE);
  const archive = openWeaviateArchive(settings);
  onTestFinished(async () => {
    await archive.close();
    await writer.close().catch(() => {});
  });
  return { archive, writer };
}

describeWithWeaviate('on a server', () => describeStore('the store on Weaviate', openStore));
