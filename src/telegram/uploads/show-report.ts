import type { Article } from '../../domain/article.js';
import type { IngestReport, IssueSummary } from '../../domain/ports.js';
import { formatIngestReport } from '../../domain/wording/cli-ingest.js';
import * as wording from '../../domain/wording/telegram-uploads.js';
import type { Upload } from '../../store/bot/upload-store.js';
import { renderArticleList } from '../issues/list-articles.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';

const ARTICLES_SHOWN = 8;
const REASONS_SHOWN = 10;
const ISSUES_SHOWN = 10;

/** What an ingest brought, so that a person can check it: counts, reasons, the issues found, the first articles. */
export async function showReport(turn: Turn, upload: Upload, report: IngestReport): Promise<void> {
  const { first, issues } = await readArticles(turn, upload);
  const reasons = report.files.flatMap((file) =>
    file.reasons.map((reason) => nameFile(reason, file.path, upload)),
  );
  const lines = [
    formatIngestReport(report, { dryRun: false }),
    ...reasons.slice(0, REASONS_SHOWN),
    ...(reasons.length > REASONS_SHOWN ? [wording.moreReasons(reasons.length - REASONS_SHOWN)] : []),
    ...report.notices,
    ...(issues.length ? [wording.issuesFound(issues.slice(0, ISSUES_SHOWN), issues.length)] : []),
    ...(issues.some(({ issueDate }) => issueDate === null) ? [wording.howToDate()] : []),
  ];
  const text = showText([wording.reportOf(upload.name), ...lines].join('\n'));
  if (first.length === 0) return turn.show(text);
  const { html, buttons } = renderArticleList({ articles: first, before: 0, issues, remarks: [] });
  await turn.show(`${text}\n\n${html}`, buttons);
}

/** Where the file lies on the server is nobody's business. */
function nameFile(reason: string, path: string, upload: Upload): string {
  return path === upload.path ? reason.replaceAll(path, upload.name) : reason;
}

type FoundIssue = IssueSummary & { isInferred: boolean };

async function readArticles(
  { parts }: Turn,
  { path }: Upload,
): Promise<{ first: Article[]; issues: FoundIssue[] }> {
  const first: Article[] = [];
  const issues = new Map<string, FoundIssue>();
  for await (const article of parts.archive.listArticlesOfFile(path)) {
    if (first.length < ARTICLES_SHOWN) first.push(article);
    const { newspaper, issueDate, issueDateSource, page } = article;
    const key = JSON.stringify([newspaper, issueDate]);
    const issue = issues.get(key) ?? { newspaper, issueDate, pages: [], articles: 0, isInferred: false };
    issue.articles++;
    if (page !== null && !issue.pages.includes(page)) issue.pages.push(page);
    issue.isInferred ||= issueDateSource === 'inferred';
    issues.set(key, issue);
  }
  return { first, issues: [...issues.values()] };
}
