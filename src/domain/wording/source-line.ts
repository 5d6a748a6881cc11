import type { Citation } from '../answer.js';
import { formatDay } from './day.js';

export type Source = Pick<Citation, 'newspaper' | 'issueDate' | 'issueDateSource' | 'page' | 'headline'>;

/**
 * Where an article was printed, as a newspaper reader cites it: 《太原日报》2023年2月10日第4版《标题》.
 * What is not known is said in words; an unknown page is left out. Accepts a citation or an article.
 */
export function formatSourceLine(source: Source): string {
  const headline = source.headline === null ? '（无标题）' : `《${inner(source.headline)}》`;
  return `${formatPlaceInPrint(source)}${headline}`;
}

/** 《太原日报》2023年2月10日第4版, for where the headline stands elsewhere. */
export function formatPlaceInPrint(source: Omit<Source, 'headline'>): string {
  const newspaper = source.newspaper === null ? '报纸不详，' : `《${inner(source.newspaper)}》`;
  return `${newspaper}${formatIssueDate(source)}${formatPage(source.page)}`;
}

/** The source line with who signed the article, as it is printed: 《太原日报》2023年2月10日第4版《标题》 记者 李静 */
export function formatSignedSource(source: Source & { byline: string | null }): string {
  const byline = source.byline?.replace(/\s+/g, ' ').trim() ?? '';
  return byline === '' ? formatSourceLine(source) : `${formatSourceLine(source)} ${byline}`;
}

/** Another article that prints the same text. */
export const alsoIn = (sourceLine: string) => `又见：${sourceLine}`;

function formatIssueDate({ issueDate, issueDateSource }: Omit<Source, 'headline'>): string {
  if (issueDate === null) return '日期不详';
  return issueDateSource === 'inferred' ? `${formatDay(issueDate)}（推定）` : formatDay(issueDate);
}

function formatPage(page: string | null): string {
  if (page === null || page.trim() === '') return '';
  return page.endsWith('版') ? page : `第${page.replace(/^0+(?=\d)/, '')}版`;
}

/** Titles inside a title take single marks (GB/T 15834—2011, 4.15), and a line break would end the line. */
function inner(title: string): string {
  return title
    .replace(/^《([^《》]*)》$/, '$1')
    .replaceAll('《', '〈')
    .replaceAll('》', '〉')
    .replace(/\s+/g, ' ')
    .trim();
}
