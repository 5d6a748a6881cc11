import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

const PLACES = ['阳曲县', '清徐县', '娄烦县', '古交市', '小店区', '迎泽区', '杏花岭区', '尖草坪区'];
const THINGS = ['供热管网', '乡村公路', '小学操场', '社区食堂', '污水管道', '公交线路', '绿化带', '图书馆'];
const DEEDS = [
  '完成改造',
  '投入使用',
  '开始施工',
  '通过验收',
  '对外开放',
  '延长时间',
  '增加投资',
  '提前完工',
];

/** Articles in the form of JSON Lines: from the file that is given, or invented. */
export async function loadArticles(path, count) {
  if (path === undefined) return Array.from({ length: count }, (_, number) => invent(number));
  const articles = [];
  const raw = createReadStream(path);
  const lines = createInterface({ input: path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw });
  for await (const line of lines) {
    if (articles.length === count) break;
    articles.push({ newspaper: '试验日报', ...JSON.parse(line), id: String(articles.length) });
  }
  raw.destroy();
  return articles;
}

function invent(number) {
  const of = (list, step) => list[Math.floor(number / step) % list.length];
  const [place, thing, deed] = [of(PLACES, 1), of(THINGS, 8), of(DEEDS, 64)];
  const day = String(1 + (number % 28)).padStart(2, '0');
  const month = String(1 + (Math.floor(number / 28) % 12)).padStart(2, '0');
  const sentences = Array.from(
    { length: 6 + (number % 9) },
    (_, i) =>
      `第${i + 1}阶段投入${number * 7 + i}万元，惠及${(number % 97) * 13 + i}户居民，编号${number}的${thing}由${place}负责。`,
  );
  return {
    id: String(number),
    newspaper: '试验日报',
    date: `2023-${month}-${day}`,
    page: String(1 + (number % 8)),
    headline: `${place}第${number}号${thing}${deed}`,
    text: `本报讯 记者从${place}获悉，第${number}号${thing}${deed}。${sentences.join('')}`,
  };
}

/** Files of so many articles. */
export function writeFolder(folder, articles, perFile) {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < articles.length; at += perFile)
    writeFile(folder, `${String(at).padStart(6, '0')}.jsonl`, articles.slice(at, at + perFile));
}

export function writeFile(folder, name, articles) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
  return path;
}

/** Questions made of headlines, or of what stands in their place. */
export function writeQuestions(path, articles, count) {
  const lines = Array.from({ length: count }, (_, i) => {
    const { headline, text } = articles[(i * 7919) % articles.length];
    return JSON.stringify({ id: i, question: headline ?? text.slice(12, 42) });
  });
  writeFileSync(path, `${lines.join('\n')}\n`);
}
