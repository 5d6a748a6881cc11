import type { Answer, Citation, Hit, SearchAnswer } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { ExportedArticle, MigrationReport } from '../domain/copies.js';
import type { Understood } from '../domain/query.js';

/** What a line of --batch calls itself: given back as it came. */
export type LineId = string | number;

// The public contract: scripts rely on these keys and on their order, so each is written out here.

export const toAnswerRecord = (answer: Answer, id: LineId | null = null) => ({
  id,
  question: answer.question,
  askedOn: answer.askedOn,
  found: answer.found,
  mode: answer.mode,
  answer: answer.answer,
  sentences: answer.sentences.map(({ text, citations }) => ({ text, citations })),
  citations: answer.citations.map(toCitationRecord),
  understood: toUnderstoodRecord(answer.understood),
  notes: answer.notes,
  timings: { searchMs: answer.timings.searchMs, answerMs: answer.timings.answerMs },
});

/** `reprintOf` stands in a hit that is a reprint, `parts` where they were asked for. */
export const toSearchRecord = (found: SearchAnswer, id: LineId | null = null, explain = false) => ({
  id,
  query: found.query,
  hits: found.hits.map((hit) => ({
    ...toHitRecord(hit),
    ...(hit.reprintOf === null ? {} : { reprintOf: hit.reprintOf }),
    ...(explain ? { parts: hit.parts } : {}),
  })),
  understood: toUnderstoodRecord(found.understood),
  notes: found.notes,
});

export const toArticleRecord = (article: Article) => ({
  articleId: article.articleId,
  sourceId: article.sourceId,
  sourceFile: article.sourceFile,
  newspaper: article.newspaper,
  issueDate: article.issueDate,
  issueDateSource: article.issueDateSource,
  page: article.page,
  column: article.column,
  kicker: article.kicker,
  headline: article.headline,
  subheadline: article.subheadline,
  dateline: article.dateline,
  byline: article.byline,
  contributors: article.contributors.map(({ name, role }) => ({ name, role })),
  kind: article.kind,
  truncated: article.truncated,
  body: article.body,
});

/**
 * An article in one of its files, for `export`: what `list --json` prints, and the rest of what an import needs to make the
 * same archive. `baowen` comes first, as `ingest` tells such a file by how it begins; its value is the form's version.
 */
export const toExportRecord = ({ article, fingerprint }: ExportedArticle) => ({
  baowen: 1,
  ...toArticleRecord(article),
  issueDateEvidence: article.issueDateEvidence,
  fileFingerprint: fingerprint,
});

export const toMigrationRecord = (report: MigrationReport) => ({
  files: report.files,
  articles: report.articles,
  chunks: report.chunks,
  vectors: report.vectors,
  skipped: report.skipped,
  checksum: report.checksum,
});

const toCitationRecord = (citation: Citation) => ({
  n: citation.n,
  articleId: citation.articleId,
  sourceId: citation.sourceId,
  newspaper: citation.newspaper,
  issueDate: citation.issueDate,
  issueDateSource: citation.issueDateSource,
  page: citation.page,
  headline: citation.headline,
  byline: citation.byline,
  quote: citation.quote,
  start: citation.start,
  end: citation.end,
});

const toHitRecord = (hit: Hit) => ({
  rank: hit.rank,
  score: hit.score,
  articleId: hit.article.articleId,
  sourceId: hit.article.sourceId,
  chunkId: hit.chunkId,
  newspaper: hit.article.newspaper,
  issueDate: hit.article.issueDate,
  page: hit.article.page,
  headline: hit.article.headline,
  text: hit.text,
  start: hit.start,
  end: hit.end,
});

const toUnderstoodRecord = ({ from, to, places, reason }: Understood) => ({ from, to, places, reason });
