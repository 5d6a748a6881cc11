// Opens the database file given with the archive's migrations and one more that changes much and takes for ever, until it
// is killed.
import { openDatabase } from '../../dist/src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../../dist/src/store/schema.js';

const [path] = process.argv.slice(2);
const SLOW = `
  DELETE FROM postings;
  UPDATE article SET body = '改了一半';
  CREATE TABLE half (i INTEGER, filler BLOB);
  INSERT INTO half
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, randomblob(1000) FROM n LIMIT 1000000000;`;
process.stdout.write('open\n');
openDatabase(path, [...ARCHIVE_MIGRATIONS, SLOW]);
