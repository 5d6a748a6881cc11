import weaviate from 'weaviate-client';
import { understand } from '../../dist/src/query/understand.js';
import { describeTimes } from './measure-store.mjs';

const BATCH = 200;
const CANDIDATES = 100;
const PROPERTIES = ['newspaper', 'number', 'terms'];

/**
 * The same chunks in one collection with a tenant for each newspaper: a question to one of them, and one to all, which
 * Weaviate answers tenant by tenant.
 */
export async function measureTenants({ url, grpcUrl }, prefix, questions) {
  const [http, grpc] = [new URL(url), new URL(grpcUrl)];
  const client = await weaviate.connectToCustom({
    ...{ httpHost: http.hostname, httpPort: Number(http.port) },
    ...{ grpcHost: grpc.hostname, grpcPort: Number(grpc.port) },
  });
  const name = `${prefix}Tenants`;
  try {
    const chunks = client.collections.use(`${prefix}Chunk`);
    const tenants = await copy(client, chunks, name);
    const collection = client.collections.use(name);
    const spent = { one: [], all: [], walled: [], open: [] };
    const take = async (part, work) => {
      const started = performance.now();
      await work();
      spent[part].push(performance.now() - started);
    };
    const options = { limit: CANDIDATES, queryProperties: ['terms'], returnProperties: PROPERTIES };
    for (const question of questions) {
      const { terms } = understand({ question, askedOn: '2023-12-01', filter: {}, history: [] });
      const words = terms.flatMap(({ text, weight }) => Array(Math.round(10 * weight)).fill(text)).join(' ');
      const ask = (tenant) => collection.withTenant(tenant).query.bm25(words, options);
      await take('one', () => ask(tenants[0]));
      await take('all', () => Promise.all(tenants.map(ask)));
      const filters = chunks.filter.byProperty('newspaper').equal(`${tenants[0].replace(/^t/, '第')}晚报`);
      await take('walled', () => chunks.query.bm25(words, { ...options, filters }));
      await take('open', () => chunks.query.bm25(words, options));
    }
    return [
      describeTimes(`one of ${tenants.length} newspapers: a tenant`, spent.one),
      describeTimes('  the same: a property', spent.walled),
      describeTimes('all newspapers: every tenant', spent.all),
      describeTimes('  the same: no wall', spent.open),
    ];
  } finally {
    await client.collections.delete(name).catch(() => {});
    await client.close();
  }
}

async function copy(client, chunks, name) {
  await client.collections.createFromSchema({
    class: name,
    vectorizer: 'none',
    vectorIndexType: 'hnsw',
    vectorIndexConfig: { skip: true },
    multiTenancyConfig: { enabled: true },
    invertedIndexConfig: { bm25: { k1: 0.9, b: 0.4 }, stopwords: { preset: 'none' } },
    properties: [
      { name: 'newspaper', dataType: ['text'], tokenization: 'field', indexSearchable: false },
      { name: 'number', dataType: ['int'] },
      { name: 'terms', dataType: ['text'], tokenization: 'whitespace', indexSearchable: true },
    ],
  });
  const collection = client.collections.use(name);
  const waiting = new Map();
  const send = async (tenant) => {
    const objects = waiting.get(tenant);
    waiting.set(tenant, []);
    const { hasErrors } = await collection.withTenant(tenant).data.insertMany(objects);
    if (hasErrors) throw new Error('objects of a tenant were not taken');
  };
  for await (const { properties } of chunks.iterator({ returnProperties: PROPERTIES })) {
    const tenant = properties.newspaper.replace('第', 't').replace('晚报', '');
    if (!waiting.has(tenant)) {
      await collection.tenants.create({ name: tenant });
      waiting.set(tenant, []);
    }
    waiting.get(tenant).push({ properties });
    if (waiting.get(tenant).length === BATCH) await send(tenant);
  }
  const tenants = [...waiting.keys()];
  await Promise.all(tenants.map(send));
  return tenants.sort();
}
