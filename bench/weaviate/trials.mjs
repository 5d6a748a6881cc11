import { setTimeout as wait } from 'node:timers/promises';
import { writeFile, writeFolder, writeQuestions } from './corpus.mjs';
import { awaitWhole, findMissing } from './count.mjs';
import { replaceWhileRead } from './replace.mjs';

const PER_FILE = 50;

export const TRIALS = { nodes, questions, replace: replaceWhileRead, process, two };

/** A node dies while articles come in. */
async function nodes(scene) {
  const { cluster, program, folder, articles, round, draw } = scene;
  const pages = `${folder}/pages`;
  writeFolder(pages, articles, PER_FILE);
  const ingest = program.start(['ingest', pages]);
  await wait(2000 + draw() * 6000);
  const victim = round % cluster.urls.length;
  await cluster.kill(victim);
  await wait(1000 + draw() * 5000);
  await cluster.restart(victim);
  const { code, said } = await ingest.ended;
  const counted = await countAll(scene, articles.length);
  if (code !== 0) counted.wrong.push(`ingest ended with ${code}: ${said.slice(-600)}`);
  return { ...counted, node: victim + 1, kills: 1, failed: code === 0 ? 0 : 1 };
}

/** A node dies while questions are asked; pages are replaced while it is away; it comes back while they are asked again. */
async function questions(scene) {
  const { cluster, program, folder, articles, round, draw } = scene;
  const pages = `${folder}/pages`;
  const list = `${folder}/questions.jsonl`;
  const kept = articles.slice(0, articles.length - PER_FILE);
  writeFolder(pages, articles, PER_FILE);
  writeQuestions(list, kept, scene.questions);
  const command = round % 2 === 0 ? 'search' : 'ask';
  const ask = (options) => program.run([command, '--batch', list, '--json'], options);
  const wrong = [];
  const check = ({ code, lines, said }, when) => {
    const bad = lines.filter((line) => 'error' in JSON.parse(line)).length + scene.questions - lines.length;
    if (code !== 0 || bad > 0)
      wrong.push(`${when}: ended with ${code}, ${bad} failed: ${said.slice(0, 600)}`);
    return bad;
  };
  let failed = check(await program.run(['ingest', pages]).then(withAll(scene)), 'ingest');
  const before = await ask();
  failed += check(before, 'before');
  const victim = round % cluster.urls.length;
  let killing = null;
  const at = Math.floor(scene.questions * (0.2 + 0.6 * draw()));
  let answered = 0;
  const killed = await ask({
    onLine: () => {
      answered += 1;
      if (answered === at) killing = cluster.kill(victim);
    },
  });
  await killing;
  failed += check(killed, 'killed');
  // A part of every other page goes and comes in other words; one page goes and another comes.
  for (let file = 0; file < kept.length; file += 2 * PER_FILE)
    writeFile(
      pages,
      `${String(file).padStart(6, '0')}.jsonl`,
      rewrite(articles.slice(file, file + PER_FILE)),
    );
  const changed = await program.run(['ingest', pages]);
  if (changed.code !== 0) wrong.push(`replacing: ended with ${changed.code}: ${changed.said.slice(-600)}`);
  const away = await ask();
  failed += check(away, 'away');
  // The node that was away is asked, as by a new process.
  const restarting = cluster.restart(victim);
  await wait(2000);
  const back = await ask();
  failed += check(back, 'coming back');
  await restarting;
  const again = await ask();
  failed += check(again, 'back');
  const counted = await countAll(scene, articles.length);
  const after = await ask();
  failed += check(after, 'whole');
  wrong.push(...counted.wrong);
  const differ = countDiffering(before, killed);
  const others = [back, again, after].map((run) => countDiffering(away, run));
  return { ...counted, wrong, node: victim + 1, kills: 1, failed, differ, differBack: others.join('/') };
}

const withAll =
  ({ questions: count }) =>
  ({ code, said }) => ({ code, said, lines: code === 0 ? Array(count).fill('{}') : [] });

const rewrite = (articles) =>
  articles.map((article, i) =>
    i % 2 === 0 ? article : { ...article, text: `${article.text}此后又有新的进展。` },
  );

/** Times are no part of an answer. */
function countDiffering(one, other) {
  const strip = (line) => JSON.stringify({ ...JSON.parse(line ?? '{}'), timings: null });
  return one.lines.filter((line, i) => strip(line) !== strip(other.lines[i])).length;
}

/** The ingest dies, and is run again. */
async function process({ program, folder, articles, draw, ...scene }) {
  const pages = `${folder}/pages`;
  writeFolder(pages, articles, PER_FILE);
  let kills = 0;
  for (; kills < 3; kills++) {
    const ingest = program.start(['ingest', pages]);
    await wait(1200 + draw() * 5000);
    ingest.kill();
    if ((await ingest.ended).code === 0) break;
    // Also in the middle of a replacement.
    const [first, second] = [articles.slice(0, PER_FILE), articles.slice(PER_FILE, 2 * PER_FILE)];
    writeFile(pages, '000000.jsonl', kills % 2 === 0 ? rewrite(first) : first);
    writeFile(
      pages,
      `${String(PER_FILE).padStart(6, '0')}.jsonl`,
      kills % 2 === 0 ? rewrite(second) : second,
    );
  }
  // A change whose writer is gone is given up after a minute.
  await wait(61_000);
  const { code, said } = await program.run(['ingest', pages]);
  const counted = await countAll({ program, folder, ...scene }, articles.length);
  if (code !== 0) counted.wrong.push(`ingest ended with ${code}: ${said.slice(-600)}`);
  return { ...counted, kills, failed: code === 0 ? 0 : 1 };
}

/** Two take in the same at once. */
async function two(scene) {
  const { program, folder, both } = scene;
  const pages = `${folder}/pages`;
  writeFolder(pages, both, PER_FILE);
  const runs = await Promise.all(
    ['one', 'other'].map((name) => program.run(['ingest', pages], { data: `${folder}/${name}` })),
  );
  const counted = await countAll(scene, both.length);
  for (const { code, said } of runs)
    if (code !== 0) counted.wrong.push(`ingest ended with ${code}: ${said.slice(-600)}`);
  return { ...counted, failed: runs.filter(({ code }) => code !== 0).length };
}

/** When all nodes hold the same: what each has, and what the program lists. */
async function countAll({ cluster, prefix, program }, expected) {
  const wrong = [];
  const { seconds, isWhole, counts } = await awaitWhole(cluster.urls, prefix);
  if (!isWhole) wrong.push(`the copies are not the same after ${seconds} s`);
  const listed = await program.run(['list', '--json']);
  const ids = listed.lines.map((line) => JSON.parse(line).articleId);
  if (ids.length !== expected || new Set(ids).size !== expected)
    wrong.push(`list tells of ${ids.length} articles`);
  const missing = await findMissing(cluster.urls[0], prefix, counts[0].versions);
  if (missing.length > 0) wrong.push(`with ALL ${missing.length} are not there: ${missing.slice(0, 3)}`);
  counts.forEach((count, i) => {
    const { articles, doubled, chunksLost, chunksLeft, changes } = count;
    if (articles !== expected || doubled + chunksLost + chunksLeft + changes > 0)
      wrong.push(`node ${i + 1}: ${JSON.stringify({ ...count, ids: undefined, versions: undefined })}`);
  });
  const sum = (name) => Math.max(...counts.map((count) => count[name]));
  return {
    ...{ wrong, expected, found: counts.map(({ articles }) => articles).join('/') },
    doubled: sum('doubled'),
    lost: Math.max(0, ...counts.map(({ articles }) => expected - articles)),
    chunks: counts.map(({ chunks }) => chunks).join('/'),
    ...{ chunksLost: sum('chunksLost'), chunksLeft: sum('chunksLeft'), changes: sum('changes') },
    wholeAfter: seconds,
  };
}
