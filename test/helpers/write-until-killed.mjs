// Writes to the archive in the folder given, in rounds from the number given on, until it is killed. Every article of a
// file tells its round in its body, so that a mixture of two rounds in one file can be seen.
import { openArchiveWriter } from '../../dist/src/store/writer.js';

const [dataDir, firstRound] = process.argv.slice(2);
const log = { debug() {}, info() {}, warn() {}, error() {} };
const DIMENSION = 8;

function prepare(path, round, number, chunkCount) {
  const sentence = `第${round}轮。`;
  const chunks = Array.from({ length: chunkCount }, (_, i) => ({
    start: i * sentence.length,
    end: (i + 1) * sentence.length,
    // Many different ones: much of the time goes into the words' index, so that many a kill falls into it.
    terms: ['轮', ...Array.from({ length: 20 }, (_, word) => `${round}-${number}-${i}-${word % 10}`)],
    times: [],
    places: [],
  }));
  const article = {
    ...{ articleId: `${path}-${round}-${number}`, sourceId: null, sourceFile: path, newspaper: '太原日报' },
    ...{ issueDate: '2023-02-10', issueDateSource: 'text', page: '1', column: null, kicker: null },
    ...{
      headline: `${number}`,
      subheadline: null,
      dateline: null,
      byline: null,
      contributors: [],
      kind: 'news',
    },
    ...{ truncated: null, body: sentence.repeat(chunkCount) },
  };
  return { article, chunks };
}

async function embed(writer) {
  for (let after = 0, rows = []; ; after = rows.at(-1).chunkId) {
    rows = await writer.listUnembedded(after, 50);
    if (rows.length === 0) return;
    const vectors = rows.map(({ chunkId }) => ({
      chunkId,
      vector: Float32Array.from({ length: DIMENSION }, (_, i) => Math.sin(chunkId * (i + 1)) + 0.01),
    }));
    await writer.addVectors({ id: 'test-model', dimension: DIMENSION }, vectors);
  }
}

const writer = await openArchiveWriter({ dataDir, log });
process.stdout.write('open\n');
for (let round = Number(firstRound); ; round++) {
  for (const path of ['a', 'b', 'c']) {
    const articles = Array.from({ length: 30 }, (_, number) => prepare(path, round, number, 3));
    await writer.writeFile({ path, fingerprint: String(round) }, articles);
    if (path !== 'a') await writer.flush();
  }
  await embed(writer);
  await writer.saveVectorIndex();
  // Large and new: committed in steps.
  const large = Array.from({ length: 100 }, (_, number) => prepare('large', round, number, 100));
  await writer.writeFile({ path: 'large', fingerprint: String(round) }, large);
  await writer.removeFile('large');
}
