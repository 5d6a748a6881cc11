import type { Coverage, IssueSummary } from '../ports.js';
import { type DateRange, OPEN_FROM, OPEN_TO } from '../query.js';
import { formatDays, formatNewspaper } from './coverage.js';
import { formatDay, formatSpan } from './day.js';

/** Sentences in answers that are made from many articles or from the index: counts, issues, courses, comparisons. */

/** What was counted. `from` and `to` are the first and last issue date, null where none is known. */
export type Count = {
  about: string;
  total: number;
  /** Whose headlines name it. */
  headlined: number;
  from: string | null;
  to: string | null;
  undated: number;
  reprints: number;
};

/** 写到“石渡大桥”的报道共8篇，其中3篇以它为题，最早2023年2月10日，最近2024年11月20日。 */
export function counted({ about, total, headlined, from, to, undated, reprints }: Count): string {
  const parts = [
    `写到“${about}”的报道共${total}篇`,
    ...(headlined && headlined < total ? [`其中${headlined}篇标题点明`] : []),
    ...(reprints ? [`其中${reprints}篇为转载`] : []),
    formatDates(from, to, undated, total),
  ];
  return `${parts.join('，')}。`;
}

function formatDates(from: string | null, to: string | null, undated: number, total: number): string {
  if (from === null || to === null) return total > 1 ? '日期均不详' : '日期不详';
  const days = from === to ? `见报于${formatDay(from)}` : `最早${formatDay(from)}，最近${formatDay(to)}`;
  return undated ? `${days}，另有${undated}篇日期不详` : days;
}

/** The words that must be there, and how close to each other. */
export function countedBy(words: readonly string[]): string {
  const named = words.map((word) => `“${word}”`).join('');
  const close = words.length > 2 ? '（可有一个在前后一句）' : '';
  return `计数办法：标题或同一句里${words.length > 1 ? '都有' : '有'}${named}的稿件才算一篇${close}。`;
}

export const countShown = (shown: number) => `以上引出较新的${shown}篇。`;

export const countWithin = (range: DateRange) =>
  `只计${formatDaysAsked(range)}见报的稿件，日期不详的没有计入。`;

function formatDaysAsked({ from, to }: DateRange): string {
  if (from === OPEN_FROM) return `${formatDay(to)}及以前`;
  return to === OPEN_TO ? `${formatDay(from)}及以后` : formatSpan(from, to);
}

/** In front of what an article says: 2024年11月20日：… */
export const printedOn = (issueDate: string | null, quote: string) =>
  `${issueDate === null ? '日期不详' : formatDay(issueDate)}：${quote}`;

export const reprintsNotLooked = (total: number) => `稿件有${total}篇之多，没有逐篇核对其中的转载。`;

/** 《澄州日报》2024年11月20日（第4版） */
export function formatIssue({ newspaper, issueDate, pages }: IssueSummary): string {
  const date = issueDate === null ? '日期不详' : formatDay(issueDate);
  const printed = pages.length ? `（第${pages.join('、')}版）` : '';
  return `${newspaper === null ? '报纸不详，' : formatNewspaper(newspaper)}${date}${printed}`;
}

/** 《澄州日报》：2023年2月10日至2024年11月20日，5期，37篇 */
export function formatHoldings({
  newspaper,
  issues,
  articles,
  ...days
}: Coverage['newspapers'][number]): string {
  const number = issues ? `，${issues}期` : '';
  return `${formatNewspaper(newspaper)}：${formatDays(days)}${number}，共${articles}篇`;
}

/** How many issues and articles there are, and how many of them are named. */
export function issuesTotal(
  { issues, articles, undated }: { issues: number; articles: number; undated: number },
  shown: number,
): string {
  const more = issues > shown ? `以上是较新的${shown}期；` : '';
  const held = issues ? `共${issues}期、${articles}篇稿件` : '';
  const rest = undated ? `${issues ? '，另' : ''}有${undated}篇日期不详，不知属于哪一期` : '';
  return `${more}${held}${rest}。每期各引一篇为据，全部可用 baowen list 列出。`;
}

export const articlesOfIssues = (issues: number, articles: number) =>
  `${issues > 1 ? `这${issues}期` : '这一期'}在档案中有${articles}篇稿件。`;

/** A newspaper was asked for by name. */
export const newspaperNotHeld = (newspaper: string) => `档案中没有《${newspaper}》。`;

export const archiveTotal = (articles: number) =>
  `档案共有${articles}篇稿件；每种报纸引最早和最新一期的稿件各一篇为据。`;

export const undatedLeftOut = (articles: number) => `另有${articles}篇稿件日期不详，不知属于哪一期。`;

/** When something happened, in front of the words that tell it. 见报 where only the issue date is known. */
export function formatEvent(when: DateRange | null, isPrinted: boolean): string {
  if (!when) return '日期不详：';
  const days = formatRange(when);
  return isPrinted ? `${days}见报：` : `${days}：`;
}

/** A whole year or month by its name. */
function formatRange({ from, to }: DateRange): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `${year}年`;
  const isMonth = from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28;
  return isMonth ? `${year}年${month}月` : formatSpan(from, to);
}

export const newestTurns = () => '只列最近的几条，按时间从新到旧。';
export const orderOfTime = () => '按时间先后排列；没有写明日期的句子按见报日期排。';
export const allUndated = () => '这些稿件日期不详，先后无法确定，按相关程度排。';
export const undatedLast = () => '日期不详的稿件排在最后，先后无法确定。';

/** Which of several happenings is the first or the last of them. */
export const comesFirst = (name: string, when: DateRange, asked: 'first' | 'last', of: number) =>
  `按日期看，${of > 2 ? '最' : '较'}${asked === 'first' ? '早' : '晚'}的是：${name}（${formatRange(when)}）。`;
export const orderOpen = (one: string, other: string) => `“${one}”与“${other}”的日期有重合，先后无法确定。`;

/** Head of one side of a comparison, with the day of the issue that it is taken from. */
export const sideHead = (label: string, issueDate: string | null) =>
  `【${label}】${issueDate === null ? '（日期不详）' : `（${formatDay(issueDate)}报）`}`;
export const sideMissing = (label: string, asked: string, reasons: readonly string[]) =>
  `【${label}】档案中没有找到“${asked}”的内容${reasons.length ? `（${reasons.join('，')}）` : ''}。`;
/** 去年 beside a 今年 that an earlier year stands in for. */
export const labelShifted = (label: string, year: number) => `${label}，按${year}年`;
export const shifted = (label: string, newest: number) =>
  `档案中最新的是${newest}年，“${label}”相应取${newest - 1}年。`;
export const sidesOfYears = () => '两边引用的报纸不是同一年的，或有一边日期不详，对照时请留意。';
export const sideOf = (label: string, note: string) => `【${label}】${note}`;

/** Two numbers that the quotes give, in the same unit. */
export function difference(
  more: { label: string; said: string },
  less: { label: string; said: string },
  by: string,
): string {
  return by === '0'
    ? `按引文计算：${more.label}${more.said}，${less.label}${less.said}，两者相同。`
    : `按引文计算：${more.label}${more.said}，${less.label}${less.said}，相差${by}。两处口径是否一致，请看原文。`;
}

/** In front of the sentence that decides. */
export const reported = (quote: string) => (/^.{0,8}报道/u.test(quote) ? quote : `报道说：${quote}`);
