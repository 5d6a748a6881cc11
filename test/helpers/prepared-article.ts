import type { Article, Chunk } from '../../src/domain/article.js';
import type { PreparedArticle } from '../../src/domain/ports.js';
import { cutPairs } from '../../src/text/words.js';

/**
 * An article ready to be stored: `sentences` become its chunks, each found by its characters and, as real ones are, by the
 * pairs of characters in it and in the headlines. The id is made of the
 * headline, so that an article with another body can have the same one. Every chunk speaks of what is `spoken` of.
 */
export function prepareArticle(
  headline: string,
  sentences: readonly string[],
  facts: Partial<Article> = {},
  spoken: Partial<Pick<Chunk, 'times' | 'places'>> = {},
): PreparedArticle {
  const article: Article = {
    articleId: `id-${headline}`,
    sourceId: null,
    sourceFile: 'a.txt',
    newspaper: '太原日报',
    issueDate: '2023-02-10',
    issueDateSource: 'text',
    issueDateEvidence: null,
    page: '4',
    column: null,
    kicker: null,
    headline,
    subheadline: null,
    dateline: null,
    byline: null,
    contributors: [],
    kind: 'news',
    truncated: null,
    body: sentences.join('\n'),
    ...facts,
  };
  const headlines = [article.kicker, article.headline, article.subheadline].filter(Boolean).join(' ');
  let start = 0;
  const chunks = sentences.map((sentence) => {
    const end = start + sentence.length;
    const chunk = {
      start,
      end,
      terms: [...Array.from(sentence), ...cutPairs(`${headlines} ${sentence}`)],
      times: [],
      places: [],
      ...spoken,
    };
    start = end + 1;
    return chunk;
  });
  return { article, chunks };
}

/** Terms of weight 1, one for each character. */
export const toTerms = (text: string) => Array.from(text, (character) => ({ text: character, weight: 1 }));

/** A vector of norm 1 that depends on the seed alone. */
export function makeUnitVector(seed: number, dimension: number): Float32Array {
  let state = seed * 2_654_435_761 + 1;
  const vector = Float32Array.from({ length: dimension }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}
