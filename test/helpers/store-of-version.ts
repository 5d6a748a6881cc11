import { buildArticleId } from '../../ingest/article-id.js';
import { emptyArticle } from '../../ingest/raw-article.js';
import { dataFiles } from '../../src/store/data-folder.js';
import { openDatabase } from '../../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../../src/store/schema.js';

/** The article that every version holds. */
export const STORED = {
  ...emptyArticle,
  newspaper: '太原日报',
  issueDate: '2023-02-10',
  issueDateSource: 'file' as const,
  headline: '公路通车',
  body: '2月8日，阳曲县的公路通车。',
};
const STORED_PATH = '/报/04版.txt';
export const STORED_ID = buildArticleId(STORED, 0);
/** Its chunk's vector is the first of two axes. */
export const STORED_MODEL = { id: 'old-model', dimension: 2 };

/** What each version wrote of it beyond what the one before did: one for each migration. */
const ROWS: readonly string[] = [
  `
    INSERT INTO meta VALUES ('embeddingModel', '${STORED_MODEL.id}'), ('embeddingDimension', 2);
    UPDATE meta SET value = 5 WHERE key = 'generation';
    INSERT INTO source_file (file_id, path, fingerprint, complete) VALUES (3, '${STORED_PATH}', 'of then', 1);
    INSERT INTO article (article_row, article_id, newspaper, issue_date, issue_date_source, headline, contributors, kind, body)
      VALUES (8, '${STORED_ID}', '太原日报', '2023-02-10', 'file', '公路通车', '[]', 'news', '${STORED.body}');
    INSERT INTO article_file VALUES (8, 3, 0, NULL);
    INSERT INTO chunk (chunk_id, article_row, ordinal, start_offset, end_offset, terms_hash)
      VALUES (21, 8, 0, 0, ${STORED.body.length}, 'of then');
    INSERT INTO vector (chunk_id, embedding) VALUES (21, x'0000803f00000000');
    INSERT INTO segment (segment_id, chunk_ids, lengths, dead) VALUES (2, x'15000000', x'0300', 0);
    -- One place, the first; a frequency of 1 is the lowest bit, of 2 a byte of its own.
    INSERT INTO posting VALUES (2, '公路', 1, x'0202'), (2, '阳曲县', 1, x'03');`,
  "UPDATE article SET issue_date_evidence = '文件名'",
  `
    UPDATE chunk SET places = '["140122"]', times = '[{"from":"2023-02-08","to":"2023-02-08","text":"2月8日"}]';
    INSERT INTO article_place VALUES ('140122', 8);`,
  'INSERT INTO arrival VALUES (6, 8)',
  `UPDATE source_file SET look = '{"device":"1","state":"of then","at":0}'`,
  // Only lists longer than a block are written in another way.
  '',
  '',
];

/** A data folder as the version with so many migrations left it, after taking in the file with this path. */
export function makeStoreOfVersion(dataDir: string, version: number, path = STORED_PATH): void {
  if (ROWS.length !== ARCHIVE_MIGRATIONS.length) throw new Error('Each migration needs its rows here.');
  const migrations = ARCHIVE_MIGRATIONS.slice(0, version);
  migrations.forEach((_, i) => {
    const database = openDatabase(dataFiles(dataDir).archive, migrations.slice(0, i + 1));
    database.exec(ROWS[i] as string);
    database.prepare('UPDATE source_file SET path = ?').run(path);
    database.close();
  });
}
