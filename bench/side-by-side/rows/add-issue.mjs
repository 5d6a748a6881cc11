import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildArchive, ingestWith, loadChunksWithVectors } from '../archives.mjs';
import { makeIssue, pickArticles, toLines } from '../corpus.mjs';
import { compare } from '../measure.mjs';
import { openLangChainStore } from '../peers/langchain-hnswlib.mjs';
import { measureWork } from '../run-child.mjs';
import { openVectorCache } from '../vector-cache.mjs';

const ISSUE = 60;

/** One evening's issue into an archive of all articles, and into one with vectors, against LangChain's HNSWLib store. */
export async function measure({ corpus, scratch, sizes, rounds }) {
  const { articles: all, articlesWithVectors: some } = sizes;
  const vectorsDir = await buildArchive({ corpus, scratch, count: some, vectors: true });
  const vectors = loadChunksWithVectors(vectorsDir).map(({ vector }) => vector);
  const cases = [
    { count: all, cache: null, what: 'without vectors' },
    { count: some, cache: openVectorCache(scratch), what: 'with vectors' },
  ];
  const lines = [];
  for (const one of cases) lines.push(...(await measureCase({ ...one, corpus, scratch, vectors, rounds })));
  return {
    data: `${ISSUE} articles an issue, ${rounds} issues; vectors were made before, on both sides; written: write_bytes of the process`,
    lines,
  };
}

async function measureCase({ count, cache, what, corpus, scratch, vectors, rounds }) {
  const folder = join(scratch, 'issue');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const archive = join(folder, 'archive');
  cpSync(await buildArchive({ corpus, scratch, count, vectors: cache !== null }), archive, {
    recursive: true,
  });
  cpSync(await buildLangChainStore({ corpus, scratch, count, vectors }), join(folder, 'langchain'), {
    recursive: true,
  });
  const store = await openLangChainStore(join(folder, 'langchain'), vectors);
  const ours = [];
  const peer = [];
  // The first issue is not measured.
  for (let number = 0; number <= rounds; number++) {
    const issue = makeIssue(corpus.articles, number, ISSUE);
    const input = join(folder, `issue-${number}.jsonl`);
    writeFileSync(input, toLines(issue));
    // A rehearsal makes the vectors, which the other side is given too.
    await ingestWith(join(folder, `rehearsal-${number}`), input, cache);
    const documents = await store.split(issue);
    ours.push(await measureWork(() => ingestWith(archive, input, cache)));
    peer.push(await measureWork(() => store.add(documents)));
  }
  await cache?.close();
  rmSync(folder, { recursive: true });
  const each = (spent, read) => spent.slice(1).map(read);
  const row = {
    against: 'LangChain HNSWLib, add and save',
    bound: 0.05,
    note: `ours ${what} in ${count} articles; LangChain with vectors, ${store.documents} documents`,
  };
  const time = ({ milliseconds }) => milliseconds;
  const megabytes = ({ bytes }) => bytes / 1e6;
  return [
    { what: `add one issue ${what}: time`, ...row, ...compare(each(ours, time), each(peer, time), 'ms') },
    {
      what: `add one issue ${what}: written`,
      ...row,
      ...compare(each(ours, megabytes), each(peer, megabytes), 'MB'),
    },
  ];
}

/** Kept in the scratch folder for the next run. */
async function buildLangChainStore({ corpus, scratch, count, vectors }) {
  const folder = join(scratch, `langchain-${count}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  const store = await openLangChainStore(unfinished, vectors);
  await store.add(await store.split(pickArticles(corpus, count)));
  renameSync(unfinished, folder);
  return folder;
}
