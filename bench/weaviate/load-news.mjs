import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Questions asked of each store. */
const QUESTIONS = 300;

/** So many articles, those that the questions ask for among them, dealt out to newspapers. */
export function loadNews(data, count, newspapers) {
  const lines = gunzipSync(readFileSync(join(data, 'bench', 'news.jsonl.gz')))
    .toString()
    .split('\n')
    .filter(Boolean);
  const gold = JSON.parse(readFileSync(join(data, 'eval', 'news-questions.json'), 'utf8'));
  const questions = gold.flatMap((group) => group.qa.map(({ q }) => q)).slice(0, QUESTIONS);
  const wanted = new Set(gold.flatMap((group) => group.gold.map(String)));
  const step = Math.max(1, Math.floor(lines.length / Math.max(1, count - wanted.size)));
  const articles = lines
    .map((line) => JSON.parse(line))
    .filter(({ id }) => wanted.has(String(id)) || id % step === 1 || step === 1)
    .slice(0, count)
    .map(({ id, date, text }) => ({ id: String(id), date, newspaper: `第${id % newspapers}晚报`, text }));
  return { articles, questions };
}
