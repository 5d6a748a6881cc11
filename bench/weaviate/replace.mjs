import { setTimeout as wait } from 'node:timers/promises';
import { writeFile, writeQuestions } from './corpus.mjs';
import { awaitWhole } from './count.mjs';

const ARTICLES = 12;
const EXCHANGES = 8;
/** In every article, so that one search finds all of them. */
const WORD = '换版';

/** A page is replaced again and again; whoever looks sees all of the old or all of the new. */
export async function replaceWhileRead({ cluster, prefix, program, folder, articles, round, draw }) {
  const pages = `${folder}/pages`;
  const write = (state) => writeFile(pages, 'page.jsonl', makePage(state));
  writeFile(pages, 'other.jsonl', articles.slice(0, 200));
  write(0);
  const wrong = [];
  const ingest = async () => {
    const { code, said } = await program.run(['ingest', pages]);
    if (code !== 0) wrong.push(`ingest ended with ${code}: ${said.slice(-600)}`);
    return code === 0 ? 0 : 1;
  };
  let failed = await ingest();
  const looking = { isOver: false, looks: 0, mixed: 0, failed: 0 };
  const readers = [readBySearch, readByList].map((read) => read(looking, program, folder, wrong));
  const victim = round % cluster.urls.length;
  for (let state = 1; state <= EXCHANGES; state++) {
    write(state);
    const isStruck = state === 3 || state === 6;
    const running = ingest();
    if (isStruck) {
      await wait(500 + draw() * 1200);
      await cluster.kill(victim);
    }
    failed += await running;
    if (state === 4 || state === 7) await cluster.restart(victim);
  }
  looking.isOver = true;
  await Promise.all(readers);
  const { seconds, isWhole, counts } = await awaitWhole(cluster.urls, prefix);
  if (!isWhole) wrong.push('the copies are not the same');
  const expected = 200 + ARTICLES;
  if (
    counts.some(
      (one) => one.articles !== expected || one.doubled + one.chunksLost + one.chunksLeft + one.changes,
    )
  )
    wrong.push(JSON.stringify(counts.map((one) => ({ ...one, ids: undefined, versions: undefined }))));
  return {
    ...{ wrong, node: victim + 1, kills: 2, failed: failed + looking.failed },
    ...{ expected, found: counts.map((one) => one.articles).join('/'), wholeAfter: seconds },
    ...{ looks: looking.looks, mixed: looking.mixed },
  };
}

/** Half of the articles stand as they are, with other words; the other half goes, and others come. */
function makePage(state) {
  return Array.from({ length: ARTICLES }, (_, i) => ({
    id: `${state}-${i}`,
    ...{ newspaper: '换版晚报', date: '2023-05-05', page: '1' },
    headline: i % 2 === 0 ? `第${i}篇${WORD}报道` : `第${state}次第${i}篇${WORD}消息`,
    text: `本报讯 这是第${i}篇${WORD}稿件，排印第${state}次。${WORD}的说明在此。`,
  }));
}

function judge(looking, ids, wrong, how) {
  looking.looks += 1;
  const states = new Set(ids.map((id) => id.split('-')[0]));
  if (states.size === 1 && ids.length === ARTICLES && new Set(ids).size === ARTICLES) return;
  looking.mixed += 1;
  wrong.push(`${how} saw ${ids.length}: ${ids.sort().join(' ')}`);
}

async function readBySearch(looking, program, folder, wrong) {
  const questions = `${folder}/look.jsonl`;
  writeQuestions(questions, [{ headline: WORD }], 150);
  while (!looking.isOver) {
    const { lines } = await program.run(
      ['search', '--batch', questions, '--json', '--limit', '100', '--newspaper', '换版晚报'],
      {
        onLine(line) {
          const { hits, error } = JSON.parse(line);
          if (hits !== undefined)
            judge(looking, [...new Set(hits.map((hit) => hit.sourceId))], wrong, 'search');
          else {
            looking.failed += 1;
            wrong.push(`search: ${error}`);
          }
        },
      },
    );
    if (lines.length === 0) await wait(200);
  }
}

async function readByList(looking, program, _folder, wrong) {
  while (!looking.isOver) {
    const { code, lines, said } = await program.run(['list', '--json', '--newspaper', '换版晚报']);
    if (code === 0)
      judge(
        looking,
        lines.map((line) => JSON.parse(line).sourceId),
        wrong,
        'list',
      );
    else {
      looking.failed += 1;
      wrong.push(`list: ${said.slice(-300)}`);
    }
  }
}
