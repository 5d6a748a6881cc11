import type { Migration } from './open-database.js';
import { rebuildBlockTables } from './words/rebuild-block-tables.js';

/**
 * The archive's tables. Issues and pages have no facts of their own, so they are columns of article.
 * A file's path and the input's own id stand in article_file: an article that is in two files is stored once
 * and goes with its last file. Text of a chunk is sliced from the body (UTF-16 offsets), never stored twice.
 * vector.sequence grows with every insertion: what is above the index file's last sequence is not in that file.
 * segment and postings are the words' index, described in words/segment.ts.
 * A chunk's times and places are JSON; article_place holds the places of all chunks of an article, for looking up.
 * source_file.look is a FileLook as JSON, null where none was kept.
 * arrival counts the articles as they come in (a number is never used twice); those from before it was counted have none.
 */
export const ARCHIVE_MIGRATIONS: readonly Migration[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO meta VALUES ('archiveId', lower(hex(randomblob(16)))), ('generation', 0), ('vectorEpoch', 0);

  CREATE TABLE source_file (
    file_id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    complete INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX source_file_fingerprint ON source_file (fingerprint);

  CREATE TABLE article (
    article_row INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    newspaper TEXT,
    issue_date TEXT,
    issue_date_source TEXT NOT NULL,
    page TEXT,
    column_name TEXT,
    kicker TEXT,
    headline TEXT,
    subheadline TEXT,
    dateline TEXT,
    byline TEXT,
    contributors TEXT NOT NULL,
    kind TEXT NOT NULL,
    truncated TEXT,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX article_issue ON article (newspaper, issue_date, page);
  CREATE INDEX article_date ON article (issue_date);

  CREATE TABLE article_file (
    article_row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    source_id TEXT,
    PRIMARY KEY (article_row, file_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX article_file_file ON article_file (file_id);

  CREATE TABLE chunk (
    chunk_id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    terms_hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX chunk_article ON chunk (article_row, ordinal);

  CREATE TABLE vector (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    chunk_id INTEGER NOT NULL UNIQUE REFERENCES chunk ON DELETE CASCADE,
    embedding BLOB NOT NULL
  ) STRICT;

  CREATE TABLE segment (
    segment_id INTEGER PRIMARY KEY AUTOINCREMENT,
    chunk_ids BLOB NOT NULL,
    lengths BLOB NOT NULL,
    dead INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE posting (
    segment_id INTEGER NOT NULL,
    term TEXT NOT NULL,
    count INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (segment_id, term)
  ) STRICT, WITHOUT ROWID;
  `,
  'ALTER TABLE article ADD COLUMN issue_date_evidence TEXT',
  `
  ALTER TABLE chunk ADD COLUMN times TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE chunk ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
  CREATE TABLE article_place (
    code TEXT NOT NULL,
    article_row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (code, article_row)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX article_place_article ON article_place (article_row);
  `,
  `
  CREATE TABLE arrival (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    article_row INTEGER NOT NULL UNIQUE REFERENCES article ON DELETE CASCADE
  ) STRICT;
  `,
  'ALTER TABLE source_file ADD COLUMN look TEXT',
  // What this one did is done by the next, which writes the same lists.
  '',
  rebuildBlockTables,
];
