// Tries points FROM to TO of KIND in the folder ROOT and prints a line of JSON for each:
//   work.mjs prepare|damage|full ROOT SEED FROM TO
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOwnId } from '../../dist/ingest/article-id.js';
import { createIngester } from '../../dist/ingest/ingest.js';
import { prepareChunks } from '../../dist/ingest/prepare/prepare-chunks.js';
import { openArchive } from '../../dist/src/store/archive.js';
import { openBotStore } from '../../dist/src/store/bot/open-bot-store.js';
import { checkArchive } from '../../dist/src/store/check-archive.js';
import { mendArchive } from '../../dist/src/store/mend/mend-archive.js';
import { openArchiveWriter } from '../../dist/src/store/writer.js';
import { createRandom, damageFile } from './damage.mjs';

const [kind, root, seed, from, to] = process.argv.slice(2);
const log = { debug() {}, info() {}, warn() {}, error() {} };
const DIMENSION = 16;
const FILES = [
  'archive.sqlite',
  'archive.sqlite',
  'archive.sqlite',
  'archive.sqlite-wal',
  'vectors.hnsw',
  'vectors.json',
  'bot.sqlite',
];
const [input, whole, killed, older] = ['input', 'whole', 'killed', 'older'].map((name) => join(root, name));
const paths = ['a', 'b', 'c'].map((name) => join(input, `${name}.jsonl`));

const embedder = {
  id: 'stand-in',
  dimension: DIMENSION,
  embedPassages: async (texts) =>
    texts.map((text) =>
      Float32Array.from({ length: DIMENSION }, (_, i) => Math.sin((text.length + 1) * (i + 1))),
    ),
  async close() {},
};

const ingest = (dataDir, given) =>
  createIngester({
    openWriter: () => openArchiveWriter({ dataDir, log }),
    createEmbedder: async () => ({ embedder, notice: null }),
    now: Date.now,
  })({ paths: given }, {});

async function read(dataDir) {
  const archive = await openArchive({ dataDir, log });
  try {
    const bodies = new Map();
    for await (const { articleId, body } of archive.listArticles({})) bodies.set(articleId, body);
    const vector = Float32Array.from({ length: DIMENSION }, () => 1 / Math.sqrt(DIMENSION));
    await archive.findCandidates({ terms: [{ text: '公路', weight: 1 }], vector, filter: {}, limit: 50 });
    return bodies;
  } finally {
    await archive.close();
  }
}

async function prepare() {
  mkdirSync(input);
  paths.forEach((path, file) => {
    const lines = Array.from({ length: 20 }, (_, i) => {
      const text = `本报讯 第${file}之${i}条乡村公路通车。${`第${i}村的村民说，出门再也不用绕路了。`.repeat(10 + i)}`;
      return JSON.stringify({
        newspaper: '太原日报',
        date: '2023-02-10',
        headline: `第${file}之${i}条`,
        text,
      });
    });
    writeFileSync(path, lines.join('\n'));
  });
  await ingest(whole, paths.slice(0, 2));
  const store = openBotStore(whole);
  store.uploads.add({ adminId: 7, name: 'a', path: paths[0], at: new Date(0) });
  store.close();
  cpSync(whole, older, { recursive: true });
  // While somebody reads, what a writer commits stays in the log.
  const reader = await openArchive({ dataDir: whole, log });
  await reader.coverage();
  await ingest(whole, paths);
  cpSync(whole, killed, { recursive: true });
  rmSync(join(killed, 'archive.sqlite-shm'));
  await reader.close();
}

/** What came of an archive that something befell; nothing must be `lost`, fit together badly or be wrong in silence. */
async function survive(dataDir, texts) {
  const seen = await read(dataDir).catch(expectSentence);
  const isRight = seen !== null && [...seen].every(([id, body]) => texts.get(id) === body);
  const checks = await checkArchive({ dataDir, isOwnId });
  const untold = !isRight && checks.every(({ state }) => state !== 'broken');
  await mendArchive(dataDir, { isOwnId, prepareChunks, now: new Date(), log });
  await ingest(dataDir, paths);
  const after = await read(dataDir);
  const lost = [...texts].filter(([id, body]) => after.get(id) !== body).map(([id]) => id);
  const broken = (await checkArchive({ dataDir, isOwnId })).filter(({ state }) => state === 'broken');
  return {
    untold,
    lost: lost.length > 0 && lost,
    mismatch: broken.length > 0 && broken.map(({ name, message }) => name + message),
  };
}

/** An error that is no sentence is a fault of the program. */
function expectSentence(error) {
  if (!['StoreError', 'ArchiveBusyError'].includes(error.name)) throw error;
  return null;
}

async function tryDamage(point, texts) {
  const random = createRandom(Number(seed) * 100_003 + point);
  const file = FILES[Math.floor(random() * FILES.length)];
  const dataDir = join(root, `point-${point}`);
  cpSync(file.endsWith('-wal') ? killed : whole, dataDir, { recursive: true });
  const damage = damageFile(join(dataDir, file), join(older, file), random);
  const outcome = await survive(dataDir, texts);
  rmSync(dataDir, { recursive: true, force: true });
  return { file, damage, ...outcome };
}

/** Under a limit on the size of files: a new file, one that changed, one that goes. What failed must have done nothing. */
async function tryFull(texts) {
  const dataDir = join(root, 'full');
  const before = await read(dataDir);
  const outcome = await ingest(dataDir, paths).then(
    () => 'went through',
    (error) => expectSentence(error) ?? 'failed',
  );
  const after = await read(dataDir);
  const lost = [...before].filter(([id, body]) => after.get(id) !== body).map(([id]) => id);
  const broken = (await checkArchive({ dataDir, isOwnId })).filter(
    ({ name, state }) => state === 'broken' && name !== '入库文件',
  );
  const names = broken.map(({ name }) => name);
  return {
    file: 'full disk',
    damage: outcome,
    lost: lost.length > 0 && lost,
    mismatch: names.length > 0 && names,
    untold: [...after].some(([id, body]) => texts.get(id) !== body),
  };
}

if (kind === 'prepare') await prepare();
else {
  const texts = await read(whole);
  for (let point = Number(from); point < Number(to); point++) {
    const outcome = kind === 'damage' ? await tryDamage(point, texts) : await tryFull(texts);
    process.stdout.write(`${JSON.stringify({ point, ...outcome })}\n`);
  }
}
