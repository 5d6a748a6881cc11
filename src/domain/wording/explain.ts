import type { Article, ArticleKind } from '../article.js';
import { formatNewspaper } from './coverage.js';
import { formatDay } from './day.js';
import { labelEvidence } from './issue-date.js';

/** What `ingest --explain` says of a page. */
type Issue = Pick<Article, 'newspaper' | 'issueDate' | 'issueDateSource' | 'issueDateEvidence' | 'page'>;

const DATE_SOURCES = {
  file: '据文件名',
  text: '据版面',
  inferred: '推定',
  given: '由命令给出',
  none: '不详',
};

/** The heading of a page: 《太原日报》 2023年2月10日（据文件名） 第4版，共 7 篇 */
export function explainPage(path: string, issue: Issue, articles: number): string {
  const date = issue.issueDate === null ? '日期' : formatDay(issue.issueDate);
  const facts = [
    formatNewspaper(issue.newspaper),
    `${date}（${DATE_SOURCES[issue.issueDateSource]}）`,
    issue.page === null ? '版次不详' : `第${issue.page}版`,
  ];
  const evidence = issue.issueDateEvidence === null ? '' : `\n  ${labelEvidence(issue.issueDateEvidence)}`;
  return `■ ${path}\n  ${facts.join(' ')}，共 ${articles} 篇${evidence}`;
}

const KINDS: Record<ArticleKind, string> = {
  news: '消息',
  brief: '简讯',
  'photo-caption': '图片说明',
  commentary: '评论',
  notice: '公告',
  poem: '诗歌',
  ad: '广告',
};

export const explainKind = (kind: ArticleKind) => `[${KINDS[kind]}]`;
export const explainNoHeadline = () => '（无标题）';
export const explainColumn = (column: string | null) => column && `栏目“${column}”`;
export const explainLines = (lines: string) => `第 ${lines} 行`;
export const explainFurniture = () => '不属于任何稿件：';

/** 标题取自第 527–528 行：与正文同说“离石”“民生实事” */
export function explainHeadline(lines: string, words: readonly string[]): string {
  return `标题取自第 ${lines} 行${words.length ? `：与正文同说${quoteAll(words)}` : ''}`;
}

export const explainByline = (lines: string) => `署名取自第 ${lines} 行，在别的稿件之间`;

export const explainJoin = (lastLine: number, nextLine: number, reasons: readonly string[]) =>
  `第 ${lastLine} 行接第 ${nextLine} 行：${reasons.join('；') || '前后相连'}`;
export const joinedInWord = (seam: string) => `断在词中“${seam}”`;
export const joinedAsSentence = () => '前一段句子未完';
export const joinedByQuote = () => '引号在后一段才关上';
export const joinedByList = (from: number, to: number) => `列项从第 ${from} 项到第 ${to} 项`;
export const joinedByWords = (words: readonly string[]) => `同说${quoteAll(words)}`;
export const joinedInOrder = () => '前后相连';

const MISSING = { start: '开头', middle: '中间', end: '结尾' } as const;
export const explainTruncated = (truncated: Article['truncated']) =>
  truncated && `本版上缺${MISSING[truncated]}`;
export const explainDoubtful = (lines: string) => `存疑：第 ${lines} 行起的文字也可能属于别的稿件`;

/** 下转第2版：已与“…/02版.txt”的文字相接 */
export function explainMarker(direction: 'on' | 'from', page: string, path: string | null): string {
  const marker = direction === 'on' ? `下转第${page}版` : `上接第${page}版`;
  return `${marker}：${path === null ? '没有找到能相接的文字' : `已与“${path}”的文字相接`}`;
}

const quoteAll = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('');
