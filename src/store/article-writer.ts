import type { PreparedArticle, PreparedChunk } from '../domain/ports.js';
import { CONTENT_COLUMNS, toContentRow } from './article-rows.js';
import { hashChunk } from './hash-chunk.js';
import { prepared } from './prepared.js';
import type { WriteTransaction } from './write-transaction.js';

type StoredChunk = { chunk_id: number; start_offset: number; end_offset: number; terms_hash: string };

const INSERT = `INSERT INTO article (article_id, ${CONTENT_COLUMNS.join(', ')})
  VALUES (@article_id, ${CONTENT_COLUMNS.map((name) => `@${name}`).join(', ')})`;
const UPDATE = `UPDATE article SET ${CONTENT_COLUMNS.map((name) => `${name} = @${name}`).join(', ')}
  WHERE article_row = @article_row`;

/** Puts single articles in, brings them up to date, takes them out. Each call belongs in an open transaction. */
export class ArticleWriter {
  constructor(private readonly transaction: WriteTransaction) {}

  find(articleId: string): number | null {
    return (this.statement('SELECT article_row FROM article WHERE article_id = ?').pluck().get(articleId) ??
      null) as number | null;
  }

  /** Returns the article's row and how many chunks were written. */
  insert({ article, chunks }: PreparedArticle): { row: number; chunks: number } {
    const values = { article_id: article.articleId, ...toContentRow(article) };
    const row = Number(this.statement(INSERT).run(values).lastInsertRowid);
    chunks.forEach((chunk, ordinal) => {
      this.insertChunk(row, ordinal, chunk);
    });
    this.insertPlaces(row, chunks);
    this.statement('INSERT INTO arrival (article_row) VALUES (?)').run(row);
    return { row, chunks: chunks.length };
  }

  /**
   * Brings a stored article up to date with what is made of it now. Chunks that are cut elsewhere, found by other
   * words or speak of other times or places are made anew; a vector goes over to a chunk of the same text. Returns how many chunks were written.
   */
  refresh(row: number, { article, chunks }: PreparedArticle): number {
    const stored = this.loadChunks(row);
    const sameChunks = stored.length === chunks.length && stored.every((old, i) => isSame(old, chunks[i]));
    const before = this.statement('SELECT headline, body FROM article WHERE article_row = ?').get(row) as {
      headline: string | null;
      body: string;
    };
    const content = toContentRow(article);
    this.statement(UPDATE).run({ article_row: row, ...content });
    const sameText = before.headline === content.headline && before.body === content.body;
    if (sameChunks && sameText) return 0;
    this.replaceChunks(row, stored, chunks, sameText);
    return chunks.length;
  }

  /**
   * Puts a stored article's words, times and places in anew, its chunks as they are. False, with nothing done, where they
   * are cut elsewhere now.
   */
  reindex(row: number, chunks: readonly PreparedChunk[]): boolean {
    const stored = this.loadChunks(row);
    const isCutAlike = (old: StoredChunk, i: number) =>
      old.start_offset === chunks[i]?.start && old.end_offset === chunks[i]?.end;
    if (stored.length !== chunks.length || !stored.every(isCutAlike)) return false;
    const update = this.statement(
      'UPDATE chunk SET terms_hash = ?, times = ?, places = ? WHERE chunk_id = ?',
    );
    chunks.forEach((chunk, i) => {
      const { chunk_id: chunkId } = stored[i] as StoredChunk;
      update.run(hashChunk(chunk), JSON.stringify(chunk.times), JSON.stringify(chunk.places), chunkId);
      this.transaction.addChunk(chunkId, chunk.terms);
    });
    this.replacePlaces(row, chunks);
    return true;
  }

  /** Puts other chunks in place of those that a stored article has; a vector goes over to a chunk of the same text. */
  recut(row: number, chunks: readonly PreparedChunk[]): void {
    this.replaceChunks(row, this.loadChunks(row), chunks, true);
  }

  remove(row: number): void {
    const chunkIds = this.statement('SELECT chunk_id FROM chunk WHERE article_row = ?')
      .pluck()
      .all(row) as number[];
    this.transaction.removeChunks(chunkIds);
    this.statement('DELETE FROM article WHERE article_row = ?').run(row);
  }

  private replaceChunks(
    row: number,
    stored: StoredChunk[],
    chunks: readonly PreparedChunk[],
    keepVectors: boolean,
  ) {
    const copyVector = this.statement(
      'INSERT INTO vector (chunk_id, embedding) SELECT ?, embedding FROM vector WHERE chunk_id = ?',
    );
    chunks.forEach((chunk, ordinal) => {
      const chunkId = this.insertChunk(row, ordinal, chunk);
      const old = stored.find((one) => one.start_offset === chunk.start && one.end_offset === chunk.end);
      if (keepVectors && old !== undefined) copyVector.run(chunkId, old.chunk_id);
    });
    this.transaction.removeChunks(stored.map(({ chunk_id }) => chunk_id));
    this.replacePlaces(row, chunks);
  }

  private loadChunks(row: number): StoredChunk[] {
    const statement = this.statement('SELECT * FROM chunk WHERE article_row = ? ORDER BY ordinal');
    return statement.all(row) as StoredChunk[];
  }

  private replacePlaces(row: number, chunks: readonly PreparedChunk[]): void {
    this.statement('DELETE FROM article_place WHERE article_row = ?').run(row);
    this.insertPlaces(row, chunks);
  }

  private insertChunk(row: number, ordinal: number, chunk: PreparedChunk): number {
    const insert = this.statement(`
      INSERT INTO chunk (article_row, ordinal, start_offset, end_offset, terms_hash, times, places)
      VALUES (?, ?, ?, ?, ?, ?, ?)`);
    const { start, end, terms, times, places } = chunk;
    const facts = [hashChunk(chunk), JSON.stringify(times), JSON.stringify(places)];
    const chunkId = Number(insert.run(row, ordinal, start, end, ...facts).lastInsertRowid);
    this.transaction.addChunk(chunkId, terms);
    return chunkId;
  }

  private insertPlaces(row: number, chunks: readonly PreparedChunk[]): void {
    const insert = this.statement('INSERT INTO article_place (code, article_row) VALUES (?, ?)');
    for (const code of new Set(chunks.flatMap(({ places }) => places))) insert.run(code, row);
  }

  private statement(sql: string) {
    return prepared(this.transaction.database, sql);
  }
}

function isSame(old: StoredChunk, chunk: PreparedChunk | undefined): boolean {
  return (
    chunk !== undefined &&
    old.start_offset === chunk.start &&
    old.end_offset === chunk.end &&
    old.terms_hash === hashChunk(chunk)
  );
}
