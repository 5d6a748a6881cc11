import { expect, test } from 'vitest';
import { emptyArticle } from '../ingest/raw-article.js';
import { boundPassages } from '../src/answer/bound-passages.js';

const passage = (length: number, sentence = '青沙县修了一条公路。') => {
  const body = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
  return {
    article: { ...emptyArticle, articleId: `${length}`, sourceFile: 'a', body },
    start: 0,
    end: length,
  };
};

test('what fits stays as it is', () => {
  const passages = [passage(1200), passage(800), passage(30)];
  expect(boundPassages(passages)).toEqual(passages);
});

test('a long passage ends behind a sentence, and all together stay within what a small model reads', () => {
  const bounded = boundPassages(Array.from({ length: 8 }, () => passage(50_000)));
  const texts = bounded.map(({ article, start, end }) => article.body.slice(start, end));
  expect(texts.join('').length).toBeLessThanOrEqual(9000);
  expect(bounded.length).toBeGreaterThanOrEqual(3);
  for (const text of texts) expect(text.endsWith('。')).toBe(true);
});

test('text without an end is cut all the same', () => {
  const [only] = boundPassages([passage(50_000, '字')]);
  expect(only?.end).toBe(2400);
});
