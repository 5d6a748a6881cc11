import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFiles, isPair, Sqlite } from '../program.mjs';
import { listChunkTerms } from './exhaustive-bm25.mjs';

/** Letters, digits, marks and symbols belong to words, so that only blanks part them: 8.5, c++ and _阳曲 stay whole. */
const TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* N* Co P* S* M*'";

/**
 * A copy of the archive's database with the terms of its chunks beside it, as the program cuts them, in two FTS5 tables:
 * `all_terms` (dictionary words, numbers and character pairs, what the program looks up) and `words` (without the pairs).
 * Returns the path; made once and kept beside the archive.
 */
export async function buildFts5(dataDir) {
  const path = join(dirname(dataDir), `${dataDir.split('/').at(-1)}-fts5.sqlite`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  const archive = new Sqlite(dataFiles(dataDir).archive, { readonly: true });
  await archive.backup(unfinished);
  archive.close();
  const database = new Sqlite(unfinished);
  database.pragma('journal_mode = OFF');
  database.exec(`
    CREATE TABLE chunk_terms (chunk_id INTEGER PRIMARY KEY, all_terms TEXT NOT NULL, words TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE fts_all USING fts5 (all_terms, content='chunk_terms', content_rowid='chunk_id', tokenize="${TOKENIZER}");
    CREATE VIRTUAL TABLE fts_words USING fts5 (words, content='chunk_terms', content_rowid='chunk_id', tokenize="${TOKENIZER}");
    BEGIN`);
  const insert = database.prepare('INSERT INTO chunk_terms VALUES (?, ?, ?)');
  for await (const { chunkId, terms } of listChunkTerms(dataDir)) {
    insert.run(chunkId, terms.join(' '), terms.filter((term) => !isPair(term)).join(' '));
  }
  database.exec(`
    INSERT INTO fts_all (rowid, all_terms) SELECT chunk_id, all_terms FROM chunk_terms;
    INSERT INTO fts_words (rowid, words) SELECT chunk_id, words FROM chunk_terms;
    INSERT INTO fts_all (fts_all) VALUES ('optimize');
    INSERT INTO fts_words (fts_words) VALUES ('optimize');
    COMMIT`);
  database.close();
  renameSync(unfinished, path);
  return path;
}

/** Opens it; `search(terms, limit)` → chunk ids, best first. `terms`: as text, without weights, which FTS5 does not know. */
export function openFts5(path) {
  const database = new Sqlite(path, { readonly: true });
  database.pragma('cache_size = -262144');
  const prepareSearch = (table) => {
    const statement = database
      .prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY bm25(${table}) LIMIT ?`)
      .pluck();
    return (terms, limit) =>
      statement.all(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR '), limit);
  };
  const searchWords = prepareSearch('fts_words');
  return {
    searchAllTerms: prepareSearch('fts_all'),
    searchWords: (terms, limit) =>
      searchWords(
        terms.filter((term) => !isPair(term)),
        limit,
      ),
    /** The stored terms of every chunk: { chunkId, terms }. */
    *listChunkTerms() {
      for (const row of database.prepare('SELECT chunk_id, all_terms FROM chunk_terms').iterate()) {
        yield { chunkId: row.chunk_id, terms: row.all_terms.split(' ') };
      }
    },
    close: () => database.close(),
  };
}
