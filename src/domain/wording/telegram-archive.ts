import type { DateRange } from '../query.js';
import { formatNewspaper } from './coverage.js';
import { formatDay, formatMonthAndDay, formatSpan } from './day.js';

/** What the Telegram bot says of issues and newspapers: plain text, escaped where it is sent. */

export const newspaperNotice = (newspaper: string): string => `只看${formatNewspaper(newspaper)}`;
export const newspaperSet = (newspaper: string): string =>
  `好的，现在起这里只看${formatNewspaper(newspaper)}。只发 /paper 恢复为全部报纸。`;
export const newspaperUnset = (): string => '好的，恢复为全部报纸。';
export const chooseNewspaper = (held: readonly string[]): string =>
  held.length === 0
    ? '档案还是空的，没有报纸可以选。'
    : `现在看的是全部报纸。只看一种，请点下面的按钮，或发 /paper 报纸名称：\n${listNames(held)}`;
export const unknownNewspaper = (text: string, held: readonly string[]): string =>
  `档案里没有“${text}”。现有：\n${listNames(held)}`;
export const severalNewspapers = (text: string, fitting: readonly string[]): string =>
  `“${text}”可以是几种报纸，请选一种：\n${listNames(fitting)}`;

const listNames = (names: readonly string[]): string =>
  names.map((name) => `• ${formatNewspaper(name)}`).join('\n');

type Issue = { newspaper: string | null; issueDate: string | null };

/** 《太原日报》2023年2月10日，4 个版，23 篇 */
export const issueHeading = ({ newspaper, issueDate }: Issue, pages: number, articles: number): string => {
  const ofPages = pages === 0 ? '' : `，${pages} 个版`;
  return `${formatNewspaper(newspaper)}${issueDate === null ? '日期不详' : formatDay(issueDate)}${ofPages}，${articles} 篇`;
};
export const pageHeading = (page: string | null): string =>
  page === null ? '版次不详' : page.endsWith('版') ? page : `第${page}版`;
/** The first words stand for a headline that nobody printed. */
export const articleLine = (headline: string | null, body: string): string =>
  headline ?? `（无标题）${body.trim().replace(/\s+/gu, ' ').slice(0, 20)}…`;
export const howToOpen = (): string => '点下面的数字看全文。';
export const moreButton = (): string => '更多';
export const wholeIssueButton = ({ newspaper, issueDate }: Issue): string =>
  `${newspaper ?? ''} ${issueDate === null ? '' : formatMonthAndDay(issueDate)} 全部`.trim();
export const dayButton = (day: string): string => formatDay(day);
export const noIssues = (): string => '档案里还没有注明日期的报纸。';
export const noIssuesOf = (newspaper: string): string =>
  `档案里没有注明日期的${formatNewspaper(newspaper)}。`;

export const wrongIssueDay = (text: string): string =>
  `没有看懂“${text}”是哪一天，请写成 2023-02-10 这样，例如 /issue 2023-02-10，也可以写“昨天”“2月10日”。`;
export const issueNotHeld = ({ from, to }: DateRange, newspaper: string | null, hasNear: boolean): string => {
  const what = `${formatSpan(from, to)}的${newspaper === null ? '报纸' : formatNewspaper(newspaper)}`;
  return `档案里没有${what}。${hasNear ? '最近的是：' : ''}`;
};
export const nearDay = (day: string): string => `• ${formatDay(day)}`;
export const issuesWithin = ({ from, to }: DateRange, days: number, shown: number): string =>
  `${formatSpan(from, to)}有 ${days} 天的报纸${shown < days ? `，最近的 ${shown} 天是` : ''}：`;

export const timelineWordsMissing = (): string => '请写上要看进展的事，例如 /timeline 石渡大桥。';
/** Understood as a question for the course of something. */
export const timelineQuestion = (about: string): string => `${about}的来龙去脉`;
export const conversationForgotten = (): string =>
  '好的，这里问过的问题、提问日期和报纸范围都忘掉了，从头开始。';
