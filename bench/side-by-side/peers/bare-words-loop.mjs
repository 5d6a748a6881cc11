// Cuts the words of each article and puts them in an FTS5 table, nothing else: node bare-words-loop.mjs INPUT.jsonl OUTPUT.sqlite
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Sqlite } from '../../../dist/src/store/sqlite.js';

const [input, output] = process.argv.slice(2);
const require = createRequire(import.meta.resolve('../../../package.json'));
const jieba = require('@node-rs/jieba').Jieba.withDict(require('@node-rs/jieba/dict.js').dict);

const database = new Sqlite(output);
database.pragma('journal_mode = WAL');
database.exec('CREATE VIRTUAL TABLE article USING fts5 (words)');
const insert = database.prepare('INSERT INTO article (words) VALUES (?)');
let waiting = 0;
for await (const line of createInterface({ input: createReadStream(input) })) {
  if (!line) continue;
  if (waiting === 0) database.exec('BEGIN');
  insert.run(jieba.cutForSearch(JSON.parse(line).text, true).join(' '));
  waiting = (waiting + 1) % 1000;
  if (waiting === 0) database.exec('COMMIT');
}
if (waiting) database.exec('COMMIT');
database.close();
