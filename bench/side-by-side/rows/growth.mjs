import { buildArchive } from '../archives.mjs';
import { pickQuestions } from '../corpus.mjs';
import { compareTimes, race } from '../measure.mjs';
import { openArchive, silent, toQuery } from '../program.mjs';
import { searchOurs } from './words-query.mjs';

/** How the time of a search by words grows from a quarter of the articles to all of them. */
export async function measure({ corpus, scratch, sizes, rounds }) {
  const counts = [Math.round(sizes.articles / 4), sizes.articles];
  const archives = [];
  for (const count of counts) {
    const dataDir = await buildArchive({ corpus, scratch, count, vectors: false });
    archives.push(await openArchive({ dataDir, log: silent }));
  }
  const questions = pickQuestions(corpus.questions, sizes.questions).map(({ question }) => toQuery(question));
  const lines = [];
  for (const limit of [10, 100]) {
    const [quarter, whole] = archives.map(
      (archive) =>
        ({ terms }) =>
          searchOurs(archive, terms, limit),
    );
    const runs = await race({ quarter, whole }, questions, { rounds });
    for (const [figure, share] of Object.entries({ p50: 0.5, p95: 0.95 })) {
      lines.push({
        what: `words query, best ${limit}, ${figure}: growth`,
        against: 'a quarter of the articles',
        ...compareTimes(runs.whole, runs.quarter, share),
        bound: figure === 'p95' ? 2 : null,
      });
    }
  }
  const held = await Promise.all(archives.map((archive) => archive.coverage()));
  for (const archive of archives) await archive.close();
  return {
    data: `${held.map(({ articles }) => articles).join(' → ')} articles, ${questions.length} questions`,
    lines,
  };
}
