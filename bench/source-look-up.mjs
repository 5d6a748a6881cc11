// Whether quotations are traced to the articles that print them, and whether none is traced that nobody printed.
//   node bench/source-look-up.mjs PAGES NEWS.jsonl.gz SCRATCH [ARTICLES] [SEED]
// PAGES: newspaper pages as text; NEWS: {"id","date","text"} a line; SCRATCH keeps the archive for the next run.
// 500 sentences that are printed (plain, one character changed, all marks dropped) and 200 that are not are asked for
// through `ask --batch --json`. Built program (npm run build); no vectors. Exit code 1 below 99 % or with a claim.
import { join } from 'node:path';
import { prepareArchive, run } from './source-look-up/archive.mjs';
import { judge } from './source-look-up/judge.mjs';
import { ask } from './source-look-up/question-forms.mjs';
import { drawSentences, makeAbsent, vary } from './source-look-up/sentences.mjs';

const [pages, news, scratch, count = '12000', seed = '1'] = process.argv.slice(2);
const PRINTED = 500;
const ABSENT = 200;

const leftOut = await prepareArchive({ pages, news, scratch, count: Number(count) });
const data = join(scratch, 'data');
const articles = new Map();
await run(['list', '--json', '--data', data], {
  onLine: (line) => {
    const article = JSON.parse(line);
    articles.set(article.articleId, article);
  },
});

const draw = createDraw(Number(seed));
const printed = drawSentences([...articles.values()], PRINTED, draw).map((sentence, n) =>
  vary(sentence, n, draw),
);
const absent = makeAbsent({ leftOut, articles, count: ABSENT, draw });
const questions = [...printed, ...absent].map((asked, id) => ({
  ...asked,
  id,
  question: ask(asked.text, draw),
}));

const answers = [];
const input = questions.map(({ id, question }) => JSON.stringify({ id, question })).join('\n');
await run(['ask', '--batch', '-', '--json', '--data', data], {
  input,
  onLine: (line) => answers.push(JSON.parse(line)),
});

console.log(`articles ${articles.size}  seed ${seed}  questions ${questions.length}`);
for (const kind of [...new Set(questions.map((question) => question.kind))]) {
  const all = questions.filter((question) => question.kind === kind);
  const wrong = all
    .map((asked) => ({ asked, why: judge(asked, answers[asked.id], articles) }))
    .filter(({ why }) => why);
  const right = all.length - wrong.length;
  console.log(`${kind.padEnd(22)} ${all[0].printed ? 'right' : 'refused'} ${right} of ${all.length}`);
  for (const { asked, why } of wrong) console.log(`  ${why}: ${asked.question}`);
}
const rightOf = (list) => list.filter((asked) => !judge(asked, answers[asked.id], articles)).length;
const shareRight = rightOf(questions.filter(({ printed: is }) => is)) / PRINTED;
const claimed = ABSENT - rightOf(questions.filter(({ printed: is }) => !is));
const failed = shareRight < 0.99 || claimed > 0;
console.log(`all: right ${(100 * shareRight).toFixed(1)} %, claimed ${claimed} of ${ABSENT}`);
const times = answers.map(({ timings }) => timings.searchMs + timings.answerMs).sort((a, b) => a - b);
const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
console.log(`time a question: p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  most ${at(1)} ms`);
process.exitCode = failed ? 1 : 0;

/** Whole numbers below n, the same for the same seed (mulberry32). */
function createDraw(start) {
  let state = start;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
