import { setTimeout as wait } from 'node:timers/promises';

const STEP = 1000;

/** All objects of a collection as one node has them, by id. */
export async function listObjects(url, collection) {
  const objects = new Map();
  for (let after = ''; ; ) {
    const asked = `class=${collection}&limit=${STEP}&consistency_level=ONE&after=${after}`;
    const response = await fetch(`${url}/v1/objects?${asked}`);
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const page = (await response.json()).objects ?? [];
    for (const { id, properties } of page) objects.set(id, properties);
    if (page.length < STEP) return objects;
    after = page.at(-1).id;
  }
}

/** By article, how often each is there, and what of the chunks that the articles tell of is there. */
export async function countOn(url, prefix) {
  const [articles, chunks, states] = await Promise.all(
    ['Article', 'Chunk', 'State'].map((name) => listObjects(url, prefix + name)),
  );
  const times = new Map();
  let told = 0;
  for (const { articleId, chunks: count } of articles.values()) {
    times.set(articleId, (times.get(articleId) ?? 0) + 1);
    told += count;
  }
  return {
    articles: times.size,
    doubled: [...times.values()].filter((count) => count > 1).length,
    chunks: chunks.size,
    chunksLost: told - [...chunks.values()].filter(({ version }) => articles.has(version)).length,
    chunksLeft: [...chunks.values()].filter(({ version }) => !articles.has(version)).length,
    changes: [...states.values()].filter(({ kind }) => kind === 'change').length,
    ids: new Set([...articles.keys(), ...chunks.keys()]),
    versions: [...articles.keys()],
  };
}

/** Every article by its id with the consistency level ALL; those that are not there. */
export async function findMissing(url, prefix, ids) {
  const missing = [];
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const response = await fetch(`${url}/v1/objects/${prefix}Article/${id}?consistency_level=ALL`);
      await response.arrayBuffer();
      if (!response.ok) missing.push(`${id} ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return missing;
}

/** Seconds until all nodes hold the same objects; the counts of each node then, or after `patience` seconds. */
export async function awaitWhole(urls, prefix, patience = 300) {
  const began = performance.now();
  for (;;) {
    const counts = [];
    for (const url of urls) counts.push(await countOn(url, prefix));
    const seconds = (performance.now() - began) / 1000;
    const [first, ...others] = counts;
    const isWhole = others.every(
      ({ ids }) => ids.size === first.ids.size && [...ids].every((id) => first.ids.has(id)),
    );
    if (isWhole || seconds > patience) return { seconds: Math.round(seconds), isWhole, counts };
    await wait(1000);
  }
}
