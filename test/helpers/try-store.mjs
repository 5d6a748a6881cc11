// Tries to read and then to write the archive in the folder given, as a user without special rights, and prints what
// came of both: {articles, read, write}. `articles` is what stood there before, read and write are error messages.
import { openArchive } from '../../dist/src/store/archive.js';
import { openDatabase } from '../../dist/src/store/open-database.js';
import { openArchiveWriter } from '../../dist/src/store/writer.js';

const [dataDir, articleCount] = process.argv.slice(2);
const NOBODY = 65534;
if (process.env.DROP_RIGHTS && process.getuid() === 0) {
  // The driver is loaded with the first database, and the project may stand where nobody else may read.
  openDatabase(':memory:', []).close();
  process.setuid(NOBODY);
}
const log = { debug() {}, info() {}, warn() {}, error() {} };

const attempt = async (work) => work().catch((error) => `${error.name}: ${error.message}`);

async function read() {
  const archive = await openArchive({ dataDir, log });
  const { articles } = await archive.coverage();
  await archive.close();
  return articles;
}

async function write() {
  const writer = await openArchiveWriter({ dataDir, log });
  const body = '字'.repeat(10_000);
  const facts = {
    sourceId: null,
    newspaper: null,
    issueDate: null,
    issueDateSource: 'none',
    page: null,
    column: null,
  };
  const more = {
    kicker: null,
    headline: null,
    subheadline: null,
    dateline: null,
    byline: null,
    contributors: [],
  };
  const articles = Array.from({ length: Number(articleCount) }, (_, i) => ({
    article: {
      articleId: `new-${i}`,
      sourceFile: 'new',
      ...facts,
      ...more,
      kind: 'news',
      truncated: null,
      body,
    },
    chunks: [{ start: 0, end: body.length, terms: [`${i}`], times: [], places: [] }],
  }));
  try {
    await writer.writeFile({ path: 'new', fingerprint: '1' }, articles);
    await writer.flush();
  } finally {
    await writer.close();
  }
  return 'written';
}

const before = await attempt(read);
const written = await attempt(write);
process.stdout.write(JSON.stringify({ before, written, after: await attempt(read) }));
