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

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The library's own client, to look past the store or to damage what is there. */
export async function connectRaw({ urls, grpcUrls }: WeaviateSettings) {
  const [http, grpc] = [new URL(urls[0] as string), new URL(grpcUrls[0] as string)];
  return weaviate.connectToCustom({
    ...{ httpHost: http.hostname, httpPort: Number(http.port) },
    ...{ grpcHost: grpc.hostname, grpcPort: Number(grpc.port) },
  });
}

/** Takes all objects out of an archive: to make its collections anew takes a second. */
export async function emptyArchive(settings: WeaviateSettings): Promise<void> {
  const client = await connectRaw(settings);
  try {
    for (const name of ['Article', 'Chunk', 'File', 'State']) {
      if (!(await client.collections.exists(settings.prefix + name))) continue;
      const collection = client.collections.use(settings.prefix + name);
      await collection.data.deleteMany(collection.filter.byId().notEqual(NOBODY));
    }
  } finally {
    await client.close();
  }
}
