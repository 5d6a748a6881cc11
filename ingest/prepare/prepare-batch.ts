import type { PreparedChunk } from '../../src/domain/ports.js';
import type { TermBatch } from '../../src/domain/term-batch.js';
import { hashTerms } from '../../src/store/hash-chunk.js';
import { TermBatchBuilder } from '../../src/store/words/term-batch.js';
import { buildArticleId, type PrintedArticle } from '../article-id.js';
import { type CutChunk, cutChunks } from './prepare-chunks.js';

/** What of an article decides what is made of it. */
export type UnpreparedArticle = PrintedArticle;

/** `firstId` is the article's id where its file holds no other that is the same to the letter. */
export type Made = { firstId: string; chunks: PreparedChunk[] };

/** What is made of some articles, as it can be sent from one thread to another. The terms of all chunks are in one batch. */
export type PreparedBatch = {
  articles: { firstId: string; chunks: (Omit<PreparedChunk, 'terms'> & { hash: string; count: number })[] }[];
  /** `others` joined by line ends, as copying strings takes long: a term is letters and digits, and has none. */
  terms: Omit<TermBatch, 'others'> & { others: string };
};

export function prepareBatch(articles: readonly UnpreparedArticle[]): PreparedBatch {
  const builder = new TermBatchBuilder();
  const prepareChunk = ({ texts, ...chunk }: CutChunk) => ({
    ...chunk,
    hash: hashTerms(texts, chunk),
    count: builder.add(texts),
  });
  const prepared = articles.map((article) => ({
    firstId: buildArticleId(article, 0),
    chunks: cutChunks(article).map(prepareChunk),
  }));
  const { others, ...terms } = builder.build();
  return { articles: prepared, terms: { ...terms, others: others.join('\n') } };
}

/** Of each article what was made of it. */
export function unpackBatch({ articles, terms: { others, ...terms } }: PreparedBatch): Made[] {
  const batch = { ...terms, others: others ? others.split('\n') : [] };
  let place = 0;
  return articles.map(({ firstId, chunks }) => ({
    firstId,
    chunks: chunks.map(({ hash, count, ...chunk }) => ({
      ...chunk,
      terms: { batch, place: place++, count, hash },
    })),
  }));
}
