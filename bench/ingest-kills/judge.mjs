// What an archive holds, and what is wrong with it.
import { openArchive } from '../../dist/src/store/archive.js';
import { checkArchive } from '../../dist/src/store/check-archive.js';
import { dataFiles } from '../../dist/src/store/data-folder.js';
import { openDatabase } from '../../dist/src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../../dist/src/store/schema.js';
import { indexTerms, listTerms } from '../../dist/src/text/words.js';
import { findHalfMigrated } from './older.mjs';
import { embed, silentLog } from './work.mjs';

const MENDS_ITSELF = ['入库文件', '向量索引文件'];
const WORDS = listTerms(indexTerms('城南镇水库河东镇公路青石镇学校柳林镇公园南关镇桥梁管网工程完工惠及居民'));

/** {files: Map path → [articleId …], words: how often each word stands} */
export async function readState(dataDir) {
  const archive = await openArchive({ dataDir, log: silentLog });
  const files = new Map();
  for await (const { sourceFile, articleId, body } of archive.listArticles({})) {
    files.set(sourceFile, [...(files.get(sourceFile) ?? []), `${articleId} ${body}`].sort());
  }
  const words = JSON.stringify(await archive.termFrequencies(WORDS));
  await archive.close();
  return { files, words };
}

/** Right after the kill: sound, and each file as it was or as it is to be. Sentences of what is wrong. */
export async function judgeKilled(dataDir, before, after) {
  // Before anything opens the archive, which migrates it.
  const halves = findHalfMigrated(dataDir);
  const { files } = await readState(dataDir);
  const mismatches = (await checkArchive({ dataDir }))
    .filter(({ name, state }) => state === 'broken' && !MENDS_ITSELF.includes(name))
    .map(({ name, message }) => `${name}：${message}`);
  mismatches.push(...halves, ...findStrangeVectors(dataDir));
  const lost = [];
  for (const path of new Set([...before.files.keys(), ...after.files.keys(), ...files.keys()])) {
    const [was, is, will] = [before, { files }, after].map((state) =>
      JSON.stringify(state.files.get(path) ?? []),
    );
    // An article may go from a file in steps of its own (by issue after by file): what is left must be some of the old.
    const isPart = (files.get(path) ?? []).every((article) =>
      (before.files.get(path) ?? []).includes(article),
    );
    const kept = (after.files.get(path) ?? []).filter((article) => before.files.get(path)?.includes(article));
    if (is !== was && is !== will && !isPart) mismatches.push(`${path} 是新旧混合的`);
    if (is !== will) lost.push(...kept.filter((article) => !(files.get(path) ?? []).includes(article)));
  }
  return { lost, mismatches };
}

/** After the work was done again: exactly what it makes when nothing interrupts it. */
export async function judgeCompleted(dataDir, after) {
  const { files, words } = await readState(dataDir);
  const mismatches = (await checkArchive({ dataDir }))
    .filter(({ state }) => state !== 'ok')
    .map(({ name, message }) => `${name}：${message}`);
  mismatches.push(...findStrangeVectors(dataDir));
  if (words !== after.words) mismatches.push('字词的次数不同');
  const lost = [...after.files].flatMap(([path, articles]) =>
    articles.filter((article) => !files.get(path)?.includes(article)),
  );
  for (const [path, articles] of files)
    for (const article of articles)
      if (!after.files.get(path)?.includes(article)) mismatches.push(`${path} 里多了一篇`);
  return { lost, mismatches };
}

/** Each vector must be that of its chunk's text now. */
function findStrangeVectors(dataDir) {
  const database = openDatabase(dataFiles(dataDir).archive, ARCHIVE_MIGRATIONS);
  const rows = database
    .prepare(
      `SELECT headline, body, start_offset AS start, end_offset AS "end", embedding
       FROM vector JOIN chunk USING (chunk_id) JOIN article USING (article_row)`,
    )
    .all();
  database.close();
  const wrong = rows.filter(({ headline, body, start, end, embedding }) => {
    const expected = embed(`${headline}\n${body.slice(start, end)}`);
    const stored = new Float32Array(Uint8Array.from(embedding).buffer);
    return expected.some((value, i) => Math.abs(value - stored[i]) > 1e-5);
  });
  return wrong.length > 0 ? [`${wrong.length} 个向量不是它的片段的`] : [];
}
