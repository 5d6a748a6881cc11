import { buildArchive, loadSourceIds } from '../archives.mjs';
import { pickQuestions } from '../corpus.mjs';
import { compareTimes, meanReciprocalRank, race } from '../measure.mjs';
import { createExhaustiveBm25, isSameTop } from '../peers/exhaustive-bm25.mjs';
import { buildFts5, openFts5 } from '../peers/fts5.mjs';
import { openArchive, silent, toQuery } from '../program.mjs';

/** A search by words alone against an FTS5 OR query over the same terms in the same database. */
export async function measure({ corpus, scratch, sizes, rounds }) {
  const dataDir = await buildArchive({ corpus, scratch, count: sizes.articles, vectors: false });
  const fts5 = openFts5(await buildFts5(dataDir));
  const archive = await openArchive({ dataDir, log: silent });
  const questions = pickQuestions(corpus.questions, sizes.questions).map((question) => ({
    ...question,
    terms: toQuery(question.question).terms,
  }));
  const exhaustive = await createExhaustiveBm25(
    fts5.listChunkTerms(),
    new Set(questions.flatMap(({ terms }) => terms.map(({ text }) => text))),
  );
  const sourceIds = loadSourceIds(dataDir);
  const rank = (rankings) =>
    meanReciprocalRank(
      rankings.map((ids) => ids.map((id) => sourceIds.get(id))),
      questions,
    );
  const lines = [];
  for (const limit of [10, 100]) {
    const runs = await race(
      {
        ours: ({ terms }) => searchOurs(archive, terms, limit),
        'FTS5 OR, same terms': ({ terms }) =>
          fts5.searchAllTerms(
            terms.map(({ text }) => text),
            limit,
          ),
        'FTS5 OR, words without pairs': ({ terms }) =>
          fts5.searchWords(
            terms.map(({ text }) => text),
            limit,
          ),
      },
      questions,
      { rounds },
    );
    const right = questions.map(({ terms }) => exhaustive(terms, limit));
    const idsOf = (results) => results.map((found) => found.map(({ chunkId }) => chunkId));
    const ours = runs.ours;
    const same = ours.results.filter((found, place) => isSameTop(right[place], found)).length;
    const exact = rank(idsOf(right));
    for (const name of Object.keys(runs).filter((name) => name !== 'ours')) {
      for (const [figure, share] of Object.entries({ p50: 0.5, p95: 0.95 })) {
        lines.push({
          what: `words query, best ${limit}, ${figure}`,
          against: name,
          ...compareTimes(ours, runs[name], share),
          bound: figure === 'p95' ? 0.25 : null,
          quality: {
            ours: rank(idsOf(ours.results)),
            peer: rank(runs[name].results),
            exhaustive: exact,
            wanted: exact,
          },
          note: `best ${limit} as exhaustive BM25: ${same} of ${questions.length}`,
        });
      }
    }
  }
  const { articles, chunks } = await archive.coverage();
  await archive.close();
  fts5.close();
  return { data: `${articles} articles, ${chunks} chunks, ${questions.length} questions`, lines };
}

/** Best first, as { chunkId, score }. */
export async function searchOurs(archive, terms, limit) {
  const found = await archive.findCandidates({ terms, vector: null, filter: {}, limit });
  return found
    .map(({ chunkId, words }) => ({ chunkId, score: words }))
    .sort((a, b) => b.score - a.score || a.chunkId - b.chunkId);
}
