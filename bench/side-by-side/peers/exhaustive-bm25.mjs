import { openDatabase } from '../archives.mjs';
import { inverseFrequency, openArchive, prepareChunks, saturatedFrequency, silent } from '../program.mjs';

/** The terms of every chunk as the program cuts them, read from the stored articles: yields { chunkId, terms }. */
export async function* listChunkTerms(dataDir) {
  const archive = await openArchive({ dataDir, log: silent });
  const database = openDatabase(dataDir, { readonly: true });
  const findIds = database
    .prepare(
      'SELECT chunk_id FROM chunk JOIN article USING (article_row) WHERE article_id = ? ORDER BY ordinal',
    )
    .pluck();
  for await (const article of archive.listArticles({})) {
    const ids = findIds.all(article.articleId);
    for (const [place, { terms }] of prepareChunks(article).entries()) yield { chunkId: ids[place], terms };
  }
  database.close();
  await archive.close();
}

/**
 * BM25 of every chunk that holds any of the terms, by the program's formula: what an index may be faster than but not
 * other than. Only the terms of the questions are kept. `chunks`: as from `listChunkTerms`, in any order.
 */
export async function createExhaustiveBm25(chunks, questionTerms) {
  const postings = new Map([...questionTerms].map((term) => [term, { places: [], frequencies: [] }]));
  const chunkIds = [];
  const lengths = [];
  for await (const { chunkId, terms } of chunks) {
    const place = chunkIds.push(chunkId) - 1;
    lengths.push(terms.length);
    for (const term of terms) {
      const posting = postings.get(term);
      if (!posting) continue;
      const last = posting.places.length - 1;
      if (posting.places[last] === place) posting.frequencies[last]++;
      else {
        posting.places.push(place);
        posting.frequencies.push(1);
      }
    }
  }
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

  /** QueryTerm[] → the best `limit` as { chunkId, score }, ties by the lower id. */
  return (terms, limit) => {
    const scores = new Float64Array(lengths.length);
    for (const { text, weight } of terms) {
      const { places, frequencies } = postings.get(text) ?? { places: [], frequencies: [] };
      const factor = weight * inverseFrequency(lengths.length, places.length);
      for (let i = 0; i < places.length; i++) {
        scores[places[i]] += factor * saturatedFrequency(frequencies[i], lengths[places[i]], averageLength);
      }
    }
    const found = [];
    for (let place = 0; place < scores.length; place++) {
      if (scores[place] > 0) found.push({ chunkId: chunkIds[place], score: scores[place] });
    }
    return found.sort((a, b) => b.score - a.score || a.chunkId - b.chunkId).slice(0, limit);
  };
}

/** Whether two rankings hold the same chunks in the same order, except for chunks whose scores differ by rounding alone. */
export function isSameTop(exhaustive, found) {
  return (
    exhaustive.length === found.length &&
    exhaustive.every(({ chunkId, score }, place) => {
      const other = found[place];
      return other.chunkId === chunkId || Math.abs(other.score - score) <= 1e-9 * score;
    })
  );
}
