import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotation } from '../src/search/find-quotation.js';
import { isNear, mostChanges } from '../src/search/near-quotation.js';
import { countCompared } from '../src/text/compare-folded.js';
import { foldForComparing } from '../src/text/fold.js';
import { splitSentences } from '../src/text/split-sentences.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';
import { SOURCE_ARTICLES } from './helpers/source-articles.js';

/** The articles that pages are made of, as an archive, and every sentence of them that is long enough to be looked up. */
async function openSources() {
  const lines = SOURCE_ARTICLES.map(({ headline, paragraphs }) =>
    JSON.stringify({ newspaper: '澄州日报', headline, text: paragraphs.join('\n　　') }),
  );
  const { archive } = await openArchiveOf([writeFiles({ 'articles.jsonl': lines.join('\n') })]);
  const sentences = [];
  for await (const article of archive.listArticles({})) {
    for (const span of splitSentences(article.body)) {
      if (countCompared(article.body.slice(span.start, span.end)) >= 13) sentences.push({ article, ...span });
    }
  }
  return { archive, sentences };
}

describe('findQuotation', () => {
  it('finds a sentence without its marks at its own offsets', async () => {
    const { archive, sentences } = await openSources();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sentences), async ({ article, start, end }) => {
        const sentence = article.body.slice(start, end);
        const places = await findQuotation(archive, {}, sentence.replace(/\p{P}/gu, ''), mostChanges);
        expect(places).toHaveLength(1);
        const [place] = places;
        expect(place).toMatchObject({ article: { articleId: article.articleId } });
        const printed = article.body.slice(place?.start, place?.end);
        expect(foldForComparing(printed).text).toBe(foldForComparing(sentence).text);
        expect(place?.start).toBeGreaterThanOrEqual(start);
        expect(place?.end).toBeLessThanOrEqual(end);
      }),
      { numRuns: 60 },
    );
  });

  it('finds two sentences that follow each other, with one character changed, across what lies between them', async () => {
    const { archive, sentences } = await openSources();
    const pairs = sentences.slice(1).flatMap((second, index) => {
      const first = sentences[index];
      return first?.article === second.article ? [{ first, second }] : [];
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pairs), fc.nat(1000), async ({ first, second }, random) => {
        const { body, articleId } = first.article;
        const quoted = body.slice(first.start, second.end);
        const at = random % quoted.length;
        const changed = `${quoted.slice(0, at)}鑫${quoted.slice(at + 1)}`;
        const [place] = await findQuotation(archive, {}, changed, mostChanges);
        expect(place?.article.articleId).toBe(articleId);
        expect(place && isNear(changed, place)).toBe(true);
        expect(place?.distance).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('finds no sentence whose halves stand in two articles', async () => {
    const { archive, sentences } = await openSources();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sentences), fc.constantFrom(...sentences), async (one, other) => {
        fc.pre(one.article !== other.article);
        const [head, tail] = [one, other].map(({ article, start, end }) => article.body.slice(start, end));
        const half =
          (head ?? '').slice(0, (head ?? '').length >> 1) + (tail ?? '').slice((tail ?? '').length >> 1);
        const places = await findQuotation(archive, {}, half, mostChanges);
        expect(places.filter((place) => isNear(half, place))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
