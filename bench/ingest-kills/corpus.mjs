// Invented articles of a folder, and what becomes of the folder before each kind of work.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = 20;
const ARTICLES = 6;
const PLACES = ['城南', '河东', '青石', '柳林', '南关'];
const THINGS = ['水库', '公路', '学校', '公园', '桥梁', '管网'];

const pathOf = (folder, file) => join(folder, `${String(file).padStart(2, '0')}.jsonl`);

function writeArticles(path, file, edition) {
  const lines = Array.from({ length: ARTICLES }, (_, number) => {
    // Every second article of a new edition is another one.
    const told = number % 2 === 0 ? edition : 0;
    const [place, thing] = [PLACES[(file + number) % 5], THINGS[(file * 2 + number + told) % 6]];
    const sentence = (i) =>
      `${place}镇第${file * 100 + number}号工程的${thing}第${told * 10 + i}期完工，惠及居民${i + 3}百户。`;
    return JSON.stringify({
      id: `${file}-${number}`,
      newspaper: file % 2 === 0 ? '澄州日报' : '汀阳晚报',
      date: `2023-02-${String(1 + (file % 9)).padStart(2, '0')}`,
      page: String(1 + (number % 4)),
      headline: `${place}${thing}工程进展`,
      text: Array.from({ length: 12 }, (_, i) => sentence(i)).join(''),
    });
  });
  writeFileSync(path, lines.join('\n'));
}

export function writeFolder(folder) {
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file < FILES; file++) writeArticles(pathOf(folder, file), file, 0);
}

export function changeFolder(folder) {
  for (let file = 0; file < FILES; file += 2) writeArticles(pathOf(folder, file), file, 1);
}

export function thinFolder(folder) {
  for (let file = 0; file < FILES; file += 3) rmSync(pathOf(folder, file));
}

export const filesToRemove = (folder) => [1, 4, 7, 11].map((file) => pathOf(folder, file));
export const issueToRemove = { newspaper: '澄州日报', date: '2023-02-03' };
