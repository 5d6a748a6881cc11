import weaviate from 'weaviate-client';
import type { WeaviateSettings } from '../../src/domain/settings.js';
import type { WeaviateServer } from './weaviate-server.js';

/** An archive of its own on a server; the nodes of the server that are asked are all of them. */
export const weaviateSettings = (
  { urls, grpcUrls }: Pick<WeaviateServer, 'urls' | 'grpcUrls'>,
  prefix: string,
  more: Partial<WeaviateSettings> = {},
): WeaviateSettings => ({
  ...{ urls, grpcUrls, prefix, apiKey: null, replicas: null, shards: null, consistency: 'QUORUM' },
  ...more,
});

/** For writers whose readers have not searched before. */
export const AT_ONCE = { usual: 0, afterAbsence: 0 };

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The library's own client, to look past the store or to damage what is there. */
export async function connectRaw({ urls, grpcUrls }: WeaviateSettings) {
  const [http, grpc] = [new URL(urls[0] as string), new URL(grpcUrls[0] as string)];
  return weaviate.connectToCustom({
    ...{ httpHost: http.hostname, httpPort: Number(http.port) },
    ...{ grpcHost: grpc.hostname, grpcPort: Number(grpc.port) },
  });
}

/** As if nobody had been heard of for long who has a change under way. */
export async function makeChangesOld(settings: WeaviateSettings): Promise<void> {
  const raw = await connectRaw(settings);
  const state = raw.collections.use(`${settings.prefix}State`);
  const { objects } = await state.query.fetchObjects();
  for (const { uuid, properties } of objects.filter((one) => one.properties.kind === 'change'))
    await state.data.replace({ id: uuid, properties: { ...properties, at: 1_600_000_000_000 } });
  await raw.close();
}

const COLLECTIONS = ['Article', 'Chunk', 'File', 'State'];

/** Takes all objects out of an archive: to make its collections anew takes a second. */
export async function emptyArchive({ urls, prefix }: WeaviateSettings): Promise<void> {
  const where = { path: ['id'], operator: 'NotEqual', valueText: NOBODY };
  const empty = async (name: string) => {
    const match = { class: prefix + name, where };
    // What is not there yet is empty.
    await fetch(`${urls[0]}/v1/batch/objects`, {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ match, output: 'minimal' }),
    });
  };
  await Promise.all(COLLECTIONS.map(empty));
}
