import type { Coverage } from '../ports.js';
import { type Filter, OPEN_FROM, OPEN_TO, type Query, type TimeExpression } from '../query.js';
import { formatDays, formatNewspaper } from './coverage.js';
import { formatDay } from './day.js';
import { formatSourceLine, type Source } from './source-line.js';

/** Sentences in and around answers. */

/** 今年 → 2023, 昨天 → 2023-02-09, 上个月 → 2023-01-01至2023-01-31 */
export function timeReason({ text, from, to }: TimeExpression): string {
  return `${text} → ${formatRange(from, to)}`;
}

function formatRange(from: string, to: string): string {
  if (from === OPEN_FROM) return `${to}及以前`;
  if (to === OPEN_TO) return `${from}及以后`;
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return from === to ? from : `${from}至${to}`;
}

/** What the question itself walls in: 只看《太原日报》, 只看第3版. */
export function wallReasons({ newspaper, page, contributor, column, place }: Filter): string[] {
  return [
    ...(newspaper ? [`《${newspaper}》`] : []),
    ...(page ? [`第${page}版`] : []),
    ...(contributor ? [`${contributor}的稿件`] : []),
    ...(column ? [`“${column}”专栏`] : []),
    ...(place ? [place] : []),
  ].map((wall) => `只看${wall}`);
}

/** What is added to printed words, so that it is seen not to be printed. */
export const inBrackets = (words: string) => `〔${words}〕`;

export const wordsOnly = () => '向量检索暂时不可用，这次只按字词检索。';

export const otherModel = (stored: string, configured: string) =>
  `档案的向量由“${stored}”生成，现在设置的模型是“${configured}”，两者不能比较，这次只按字词检索。要换模型，请运行 baowen ingest --re-embed。`;

export const nothingFound = () => '档案中没有找到符合条件的内容。';

/** What was asked and is not there, with the time and place that it was asked of. */
export function notFound({ times, places, filter }: Query): string {
  const asked = [
    ...times.map((time) => (time.relative ? timeReason(time) : time.text)),
    ...places.map(({ name }) => name),
    ...(filter.newspaper ? [`《${filter.newspaper}》`] : []),
    ...(filter.page ? [`第${filter.page}版`] : []),
    ...(filter.contributor ? [filter.contributor] : []),
    ...(filter.column ? [`“${filter.column}”专栏`] : []),
    ...(filter.place ? [filter.place] : []),
  ];
  const about = asked.length ? `（${[...new Set(asked)].join('，')}）` : '';
  return `档案中没有找到能回答这个问题的报道${about}。`;
}

/** Who signed an article, and where it was printed. */
export const printedIn = (article: Source & { byline: string | null }): string =>
  `${formatSourceLine(article)}，${article.byline === null ? '没有署名' : `署名：${article.byline}`}。`;

/** The articles themselves were asked for. */
export const articlesListed = (listed: number, all: number) =>
  listed < all
    ? `符合的稿件共${all}篇，以上是较新的${listed}篇，各引开头一句；全部可用 baowen list 列出。`
    : `符合的稿件共${all}篇，以上各引开头一句。`;

export const noArchiveQuestion = () => '这不是报纸档案能回答的问题。我只根据已入库的报纸原文回答。';

/** More would bury the sentence that they stand in. */
const NEWSPAPERS_NAMED = 8;

/** Newspapers with their first and last day. */
export function holdings({ newspapers, articles }: Coverage): string {
  if (!articles) return '档案还是空的，请先用 baowen ingest 入库。';
  const listed = newspapers
    .slice(0, NEWSPAPERS_NAMED)
    .map(
      ({ newspaper, ...held }) => `${formatNewspaper(newspaper)}${formatDays(held)}，共${held.articles}篇`,
    );
  const more = newspapers.length > NEWSPAPERS_NAMED ? `等${newspapers.length}种` : '';
  return `档案现有：${listed.join('；')}${more}。`;
}

export const nearest = (sourceLine: string) => `最接近的报道：${sourceLine}。`;

/** Days from the earliest to the latest. */
export const figuresDiffer = (days: readonly string[]) =>
  `几期报纸的数字不同，以较新的为先（${[...days].reverse().map(formatDay).join('、')}）。是否同一口径，请看原文。`;

export const oldSource = (newest: string) => `以上出自${formatDay(newest)}的报纸，此后的情况档案中没有。`;

export const dateUnknown = () => '这篇报道的日期不详，无法确认是否属于所问的时间。';

export const slid = (asked: string, newest: string) =>
  `档案中没有${asked}年的相关报道，以下出自现有最新的${newest}年报纸，文中的“今年”指${newest}年。`;

export const checked = (kept: number, dropped: number) =>
  dropped
    ? `由语言模型作答，${kept + dropped}句中有${dropped}句与原文核对不上，已删去；其余${kept}句均已核对。`
    : `由语言模型作答，${kept}句均已与原文核对。`;

export const listHasGaps = (last: number, found: number) =>
  `文中的清单编号到第${last}项，档案所存的这一篇里只有其中${found}项，其余在版面上缺失。`;

export const facetMissing = (facet: string) => `档案中没有找到关于“${facet}”的内容。`;

export const notOfDay = (day: string) => `没有找到${formatDay(day)}当天的内容，所引可能是其他日子的。`;

/** A list of which less than half stood the check: the printed one follows what was shown. */
export const checkedInPart = (kept: number, dropped: number) =>
  `由语言模型作答，${kept + dropped}句中有${dropped}句与原文核对不上，已删去；前${kept}句已核对，其后补上原文摘录。`;

export const modelLeftNothing = (dropped: number, held: number) => {
  const why = [
    ...(dropped ? [`${dropped}句与原文核对不上`] : []),
    ...(held ? [`${held}句没有答到所问`] : []),
  ];
  return `语言模型的回答有${why.join('，')}，全部删去，改为摘录原文。常常如此可换一个模型（OPENAI_MODEL）。`;
};

export const modelFoundNothing = () =>
  '语言模型没有从资料中找到答案，以下为最接近的原文摘录，请自行判断；也可换个说法再问。';

export const modelOutOfForm = () =>
  '语言模型没有按规定的格式回答，改为摘录原文。常常如此可换一个模型（OPENAI_MODEL）。';

export const modelFailed = (reason: string) => `语言模型没有作答，改为摘录原文。${reason}`;

export const modelBrokeOff = (kept: number, dropped: number, reason: string) =>
  `语言模型没有答完，以上${kept}句均已与原文核对${dropped ? `（另有${dropped}句核对不上，已删去）` : ''}，可能不全。${reason}`;

export const modelTooSlow = () =>
  '模型超过时限没有答完。请过一会儿再试，或换一个更快的模型（OPENAI_MODEL）。';
