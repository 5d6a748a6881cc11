import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';

/** Vectors are brought, so nothing is ever embedded here. */
const NO_EMBEDDINGS = {};

/**
 * LangChain's HNSWLib store in a folder, with its usual splitter; empty where the folder holds none. Its documents are cut
 * otherwise than the program's chunks, so each gets the next of the vectors that are given, with a little noise: what a
 * store costs does not depend on it.
 */
export async function openLangChainStore(folder, vectors) {
  const splitter = new RecursiveCharacterTextSplitter();
  const nextVector = createVectorSource(vectors);
  const split = async (some) => {
    const documents = await splitter.createDocuments(
      some.map(({ text }) => text),
      some.map(({ id, date }) => ({ id, date })),
    );
    return { documents, vectors: documents.map(nextVector) };
  };
  const isNew = !existsSync(join(folder, 'args.json'));
  const store = isNew
    ? new HNSWLib(NO_EMBEDDINGS, { space: 'cosine' })
    : await HNSWLib.load(folder, NO_EMBEDDINGS);
  return {
    get documents() {
      return store.index.getCurrentCount();
    },
    split,
    /** What a person does once an evening: the whole store is written anew. */
    async add({ documents, vectors }) {
      await store.addVectors(vectors, documents);
      await store.save(folder);
    },
  };
}

/** Reproducible noise (a linear congruential generator), so that no two vectors are the same. */
function createVectorSource(vectors) {
  let next = 0;
  let state = 1;
  return () => {
    const vector = vectors[next++ % vectors.length];
    return Array.from(vector, (value) => {
      state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
      return value + (state / 2 ** 32 - 0.5) * 0.02;
    });
  };
}
