import type {
  Article,
  ArticleKind,
  Contributor,
  ContributorRole,
  IssueDateSource,
} from '../../src/domain/article.js';
import type { ExportedArticle } from '../../src/domain/copies.js';
import * as wording from '../../src/domain/wording/export.js';
import { parseDay } from '../../src/text/calendar.js';

/** The newest form of records that is understood. */
const VERSION = 1;

type Fields = Record<string, unknown>;

const SOURCES: readonly IssueDateSource[] = ['file', 'text', 'inferred', 'given', 'none'];
const KINDS: readonly ArticleKind[] = [
  'news',
  'brief',
  'photo-caption',
  'commentary',
  'notice',
  'poem',
  'ad',
];
const ROLES: readonly ContributorRole[] = ['reporter', 'correspondent', 'photographer', 'author'];
const CUTS: readonly Article['truncated'][] = ['start', 'middle', 'end', null];
const OPTIONAL = [
  ...['sourceId', 'newspaper', 'issueDate', 'issueDateEvidence', 'page', 'column', 'kicker', 'headline'],
  ...['subheadline', 'dateline', 'byline'],
] as const;

/** A line of an export → the article as it was, to the letter; or what is wrong with the line, for a sentence. */
export function parseRecord(line: string): ExportedArticle | string {
  let fields: Fields;
  try {
    fields = JSON.parse(line) as Fields;
  } catch {
    return wording.recordNotJson();
  }
  if (typeof fields !== 'object' || fields === null || !('baowen' in fields)) return wording.notARecord();
  if (typeof fields.baowen !== 'number' || fields.baowen > VERSION) return wording.recordOfNewerProgram();
  const wrong = findWrongField(fields);
  if (wrong !== null) return wording.recordWrongField(wrong);
  const { baowen, fileFingerprint, ...rest } = fields;
  const article = { ...Object.fromEntries(OPTIONAL.map((name) => [name, null])), ...rest } as Article;
  return { article: pick(article), fingerprint: fileFingerprint as string };
}

/** The name of the first field that holds what it may not. */
function findWrongField(fields: Fields): string | null {
  const checks: [string, boolean][] = [
    ...['articleId', 'sourceFile', 'body', 'fileFingerprint'].map((name): [string, boolean] => [
      name,
      isText(fields[name]),
    ]),
    ...OPTIONAL.map((name): [string, boolean] => [
      name,
      fields[name] == null || typeof fields[name] === 'string',
    ]),
    ['issueDate', fields.issueDate == null || parseDay(String(fields.issueDate)) === fields.issueDate],
    ['issueDateSource', (SOURCES as readonly unknown[]).includes(fields.issueDateSource)],
    ['kind', (KINDS as readonly unknown[]).includes(fields.kind)],
    ['truncated', (CUTS as readonly unknown[]).includes(fields.truncated ?? null)],
    ['contributors', Array.isArray(fields.contributors) && fields.contributors.every(isContributor)],
  ];
  return checks.find(([, isRight]) => !isRight)?.[0] ?? null;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

function isContributor(value: unknown): value is Contributor {
  const { name, role } = (value ?? {}) as Fields;
  return typeof name === 'string' && (ROLES as readonly unknown[]).includes(role);
}

/** Only what an article has, whatever else stands in the line. */
function pick(article: Article): Article {
  const { articleId, sourceId, sourceFile, newspaper, issueDate, issueDateSource, issueDateEvidence } =
    article;
  const { page, column, kicker, headline, subheadline, dateline, byline, kind, truncated, body } = article;
  const contributors = article.contributors.map(({ name, role }) => ({ name, role }));
  return {
    ...{ articleId, sourceId, sourceFile, newspaper, issueDate, issueDateSource, issueDateEvidence },
    ...{ page, column, kicker, headline, subheadline, dateline, byline, contributors, kind },
    ...{ truncated: truncated ?? null, body },
  };
}
