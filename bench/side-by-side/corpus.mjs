import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The articles and questions that everything is measured on. `folder` holds bench/news.jsonl.gz (id, date, text a line)
 * and eval/news-questions.json (gold: ids of the articles that answer). Ids are strings here.
 */
export function loadCorpus(folder) {
  const files = [join(folder, 'bench/news.jsonl.gz'), join(folder, 'eval/news-questions.json')];
  for (const file of files) {
    if (!existsSync(file)) {
      console.error(
        `${file} is missing. Name the folder that holds bench/ and eval/: npm run bench -- --data FOLDER`,
      );
      process.exit(2);
    }
  }
  const articles = parseLines(gunzipSync(readFileSync(files[0])).toString()).map((article) => ({
    ...article,
    id: String(article.id),
  }));
  const questions = JSON.parse(readFileSync(files[1], 'utf8')).flatMap(({ gold, qa }) =>
    qa.map(({ q }) => ({ question: q, gold: new Set(gold.map(String)) })),
  );
  return { articles, questions };
}

const parseLines = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

export const toLines = (articles) => articles.map((article) => JSON.stringify(article)).join('\n');

/** About `count` articles, evenly over the whole and with all that answer a question among them. */
export function pickArticles({ articles, questions }, count) {
  if (count >= articles.length) return articles;
  const gold = new Set(questions.flatMap((question) => [...question.gold]));
  const every = Math.max(1, (articles.length - gold.size) / Math.max(1, count - gold.size));
  let next = 0;
  return articles.filter(({ id }, place) => {
    const isDue = place >= next;
    if (isDue) next += every;
    return isDue || gold.has(id);
  });
}

/** `count` questions, evenly over the whole. */
export function pickQuestions(questions, count) {
  const every = Math.max(1, questions.length / count);
  return questions.filter((_, place) => Math.floor(place / every) !== Math.floor((place - 1) / every));
}

/** Issues of `size` articles that the archive does not hold: each the halves of two articles. */
export function makeIssue(articles, number, size) {
  const start = (number * size * 7) % (articles.length - size - 1);
  return articles.slice(start, start + size).map(({ text }, place) => {
    const other = articles[(start + place + 31 * (number + 1)) % articles.length].text;
    const half = text.slice(0, text.length >> 1) + other.slice(other.length >> 1);
    return {
      id: `issue-${number}-${place}`,
      date: `2023-11-${String((number % 28) + 1).padStart(2, '0')}`,
      text: half,
    };
  });
}
